using CiivSoft.Grains.Effects;
using CiivSoft.Storage.Effects;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Effects;

public sealed class AdoptionTests
{
    private const string Ours = "CVS-AAAAAAAAAAAAAAAA";
    private const string Theirs = "CVS-BBBBBBBBBBBBBBBB";

    private static readonly EffectTimes Times = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));

    [Fact]
    public void What_has_our_note_is_ours_however_young_it_is() => Judge([Ours], Now).State.ShouldBe(EffectState.Done);

    [Fact]
    public void Our_note_beside_a_strange_one_makes_it_ours() =>
        Judge([Theirs, Ours], Now).State.ShouldBe(EffectState.Done);

    [Fact]
    public void What_has_a_strange_note_is_left_alone_and_named()
    {
        var settled = Judge([Theirs], Now.AddYears(-1));

        settled.State.ShouldBe(EffectState.Overtaken);
        settled.ForeignRef.ShouldBe(Theirs);
    }

    [Fact]
    public void What_has_no_note_yet_is_given_the_time_to_get_one()
    {
        var settled = Judge([], Now.AddSeconds(-10));

        settled.State.ShouldBe(EffectState.Planned);
        settled.NotBefore.ShouldBe(Now.AddSeconds(50));
    }

    [Fact]
    public void What_has_no_note_after_that_is_taken_over()
    {
        Judge([], Now.AddSeconds(-60)).State.ShouldBe(EffectState.Done);
        Judge([], markedAt: null).State.ShouldBe(EffectState.Done);
    }

    [Fact]
    public void A_clock_of_Levers_that_is_ahead_makes_nobody_wait_longer() =>
        Judge([], Now.AddHours(1)).NotBefore.ShouldBe(Now.AddSeconds(60));

    private static EffectSettlement Judge(string[] refs, DateTimeOffset? markedAt)
    {
        var effect = new EffectRow
        {
            EffectId = "lead",
            Kind = EffectKind.Lead,
            Subject = "ann",
            Target = "nurse",
            DecisionId = "d",
            Solution = CiivSoft.Abstractions.Solution.Arkiive,
            ContactId = "ann",
            State = EffectState.Planned,
            PlannedAt = Now,
        };
        var adopted = new EffectSettlement(effect.EffectId, EffectState.Done) { WasAdopted = true };
        return Adoption.Judge(
            effect,
            adopted,
            refs,
            new HashSet<string> { Ours }
                .Intersect(refs)
                .ToHashSet(),
            markedAt,
            Now,
            Times
        );
    }
}
