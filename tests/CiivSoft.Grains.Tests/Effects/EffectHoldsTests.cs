using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever;
using CiivSoft.Lever.Rates;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Grains.Tests.Effects;

/// <summary>What is read is there at once; the permit for the write is not, and nothing that would write is answered.</summary>
public sealed class EffectHoldsTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(Rows.Now);
    private readonly GrainMetrics _metrics = new();
    private readonly AccountContext _account;
    private readonly RoundPermits _permits;
    private readonly LeadEffects _leads;
    private readonly MoveEffects _moves;
    private readonly NoteEffects _notes;

    public EffectHoldsTests()
    {
        var state = new AccountState
        {
            Mode = AccountMode.Live,
            Stages = [.. Rows.Stages],
            Settings = new AccountSettings { CallsPerSecond = 5 },
        };
        var times = new EffectTimes(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));
        var budget = new RateBudget(RateBudgets.For(state.Settings), _clock);
        var permits = new AccountPermits(budget, _clock, _metrics);
        while (permits.Reserve(LeverPriority.Effect).Granted) { }

        var lever = Reads();
        var record = new AccountRecord(Rows.Account, new Uri("https://lever.test/v1"), "user", Rows.Now, Epoch: 1);
        _account = new AccountContext(Rows.Account, new MemoryState { State = state }, _clock, times)
        {
            Connection = new AccountConnection(record, 1, 1, lever, Answers<ILeverClient>.None().Instance, permits),
        };
        _permits = new RoundPermits(permits, taken: 0);
        var mirror = Answers<IMirrorStore>
            .None()
            .With(
                nameof(IMirrorStore.LoadPeopleAsync),
                Task.FromResult<IReadOnlyList<PersonSnapshot>>([Rows.Person(Rows.Opportunity(posting: "old"))])
            )
            .Instance;
        var (postings, people) = (new FreshPostings(_account), new FreshPeople(_account));
        var adoption = new Adoption(_account, Answers<IEffectStore>.None().Instance);
        var holds = new EffectHolds(_account, new EffectRights());
        _leads = new LeadEffects(_account, mirror, postings, people, adoption, holds);
        _moves = new MoveEffects(_account, postings, people, new FreshApplications(_account), adoption, holds);
        _notes = new NoteEffects(_account, mirror, adoption, holds);
    }

    public void Dispose() => _metrics.Dispose();

    [Theory]
    [InlineData(EffectKind.Lead)]
    [InlineData(EffectKind.Move)]
    [InlineData(EffectKind.Note)]
    [InlineData(EffectKind.Tag)]
    public async Task What_waits_for_its_permit_when_somebody_pauses_is_not_sent(EffectKind kind)
    {
        var performed = PerformAsync(
            Rows.Effect(kind: kind) with
            {
                OpportunityId = "opp",
                Ref = "ref",
                PayloadJson = """{"Text":"note"}""",
            }
        );
        performed.IsCompleted.ShouldBeFalse();

        _account.Remember(s => s.Pause(new PauseScope(null, null)));
        _clock.Advance(TimeSpan.FromSeconds(1));

        var settled = await performed;
        (settled.State, settled.Reason).ShouldBe((EffectState.Blocked, EffectReasons.Paused));
    }

    private Task<EffectSettlement> PerformAsync(EffectRow effect)
    {
        var (round, cancel) = (new EffectRound([effect], Rows.Now, _permits), TestContext.Current.CancellationToken);
        return effect.Kind switch
        {
            EffectKind.Lead => _leads.PerformAsync(effect, round, cancel),
            EffectKind.Move => _moves.PerformAsync(effect, round, cancel),
            EffectKind.Note => _notes.PerformNoteAsync(effect, round, cancel),
            _ => _notes.PerformTagAsync(effect, round, cancel),
        };
    }

    private static ILeverClient Reads()
    {
        var application = new LeverOpportunity
        {
            Id = "opp",
            ContactId = "ann",
            StageId = "applicant-new",
            Applications = [new LeverApplication { Id = "app", PostingId = "nurse" }],
        };
        var other = application with { Applications = [new LeverApplication { Id = "app", PostingId = "old" }] };
        return Answers<ILeverClient>
            .None()
            .With(
                nameof(ILeverClient.ListOpportunitiesAsync),
                new[] { new LeverPage<LeverOpportunity>([other]) }.ToAsyncEnumerable()
            )
            .With(nameof(ILeverClient.GetOpportunityAsync), Task.FromResult<LeverOpportunity?>(application))
            .With(
                nameof(ILeverClient.GetPostingAsync),
                Task.FromResult<LeverPosting?>(new LeverPosting { Id = "nurse", State = "published" })
            )
            .Instance;
    }
}
