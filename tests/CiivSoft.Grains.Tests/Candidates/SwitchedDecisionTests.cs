using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Switches;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Matching;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Candidates;

/// <summary>What switches, bars and edited requirements change of a decision. A nurse applied as a chef.</summary>
public sealed class SwitchedDecisionTests
{
    private static readonly MatchingEngine Engine = TestEngine.Value;
    private static readonly ApplicationDecider Decider = new(Engine, TestKeys.Refs);
    private static readonly OpportunityRow OnChef = Opportunity("on-chef", posting: "chef");

    [Fact]
    public void REFiiNE_that_is_off_is_recorded_and_compares_nothing()
    {
        var decided = Decide(s => s with { Solutions = new SolutionModes { Refiine = RunMode.Off } });

        decided
            .Select(d => (d.Decision.Solution, d.Decision.Verdict))
            .ShouldBe([(Solution.Fiilter, Verdicts.NoMatch), (Solution.Refiine, Verdicts.LeftAlone)]);
        decided.SelectMany(d => d.Effects).ShouldBeEmpty();
    }

    [Fact]
    public void A_posting_that_is_off_is_proposed_to_nobody() =>
        Decide(modes: ("nurse", RunMode.Off))[1].Decision.PostingId.ShouldNotBe("nurse");

    [Theory]
    [InlineData("nurse")]
    [InlineData("chef")]
    public void A_referral_is_shadow_when_either_posting_is(string inShadow)
    {
        var refined = Decide(modes: (inShadow, RunMode.Shadow))[1];

        refined.Decision.Verdict.ShouldBe(Verdicts.Lead);
        refined.Decision.IsShadow.ShouldBeTrue();
        refined.Effects.ShouldAllBe(e => e.State == EffectState.Shadow);
    }

    [Fact]
    public void Another_posting_in_shadow_holds_nothing_back() =>
        Decide(modes: ("accountant", RunMode.Shadow))
            .SelectMany(d => d.Effects)
            .ShouldAllBe(e => e.State == EffectState.Planned);

    [Fact]
    public void A_bar_of_the_account_s_own_decides_and_is_recorded()
    {
        var score = Decide()[0].Decision.Score!.Value;

        var on = Decide(s => s with { Bars = new SolutionBars { Fiilter = score } })[0].Decision;
        var above = Decide(s => s with { Bars = new SolutionBars { Fiilter = score + 0.01 } })[0].Decision;

        (on.Verdict, on.Cut).ShouldBe((Verdicts.Match, score));
        (above.Verdict, above.Cut).ShouldBe((Verdicts.NoMatch, score + 0.01));
        above.Score.ShouldBe(score);
    }

    [Fact]
    public void An_own_bar_of_REFiiNE_rises_as_the_model_s_does()
    {
        var settings = new AccountSettings { Bars = new SolutionBars { Refiine = 0.5 } };

        Bars.Refiine(Engine, settings, 1).ShouldBe(0.5);
        Bars.Refiine(Engine, settings, 50)
            .ShouldBe(0.5 + Engine.RefiineCut(50) - Engine.RefiineCut(1), tolerance: 1e-12);
        Bars.Refiine(Engine, new AccountSettings(), 50).ShouldBe(Engine.RefiineCut(50));
    }

    [Fact]
    public void The_version_of_the_requirements_is_recorded()
    {
        var decided = Decide();

        decided[0].Decision.RequirementsVersion.ShouldBe(0);
        decided[1].Decision.RequirementsVersion.ShouldBe(7);
    }

    private static IReadOnlyList<DecidedEffects> Decide(
        Func<AccountSettings, AccountSettings>? settings = null,
        params (string Posting, RunMode Mode)[] modes
    ) =>
        Decider.Decide(
            OnChef,
            new DecisionContext(
                Account,
                Person([OnChef]),
                new WorkOrder
                {
                    WorkVersion = 1,
                    Urgency = CallUrgency.NewApplication,
                    IsShadow = false,
                    Settings = settings?.Invoke(new AccountSettings()) ?? new AccountSettings(),
                    PostingsVersion = 1,
                    Stages = [.. Stages],
                    ConnectionVersion = 1,
                    PostingModes = modes.ToImmutableSortedDictionary(m => m.Posting, m => m.Mode),
                },
                new OpenPostings(
                    1,
                    new[]
                    {
                        Read("nurse", "Registered Nurse", Samples.NursePosting, version: 7),
                        Read("chef", "Head Chef", Samples.ChefPosting),
                        Read("accountant", "Accountant", Samples.AccountantPosting),
                    }.ToDictionary(p => p.Row.PostingId)
                ),
                Engine.ReadResume(new ResumeSource(Samples.NurseResume, PersonDetails.None)),
                "[]",
                Now
            )
        );

    private static OpenPosting Read(string id, string title, string text, int version = 0)
    {
        var row = Posting(id) with { Title = title, Text = text };
        var source = new PostingSource(title, text);
        return new OpenPosting(
            row,
            new Lazy<PostingProfile>(() => Engine.ReadPosting(source)),
            new Lazy<RequirementList>(() => RequirementDrafter.Draft(source)),
            version
        );
    }
}
