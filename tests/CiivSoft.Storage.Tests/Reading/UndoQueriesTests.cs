using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Reading;

/// <summary>What may be undone, by action, posting and run; what was decided in shadow; what a rerun replaces.</summary>
public abstract class UndoQueriesTests(StorageHost host) : StorageTests(host)
{
    private UndoQueries Undo => Host.Get<UndoQueries>();

    [Fact]
    public async Task An_action_is_found_by_its_id_its_note_its_Ref_and_by_the_note_of_its_undo()
    {
        var (account, move) = await MovedAsync(EffectState.Done);
        var note = Rows.NoteOf(move);
        var undo = UndoOf(move);
        var undone = Rows.NoteOf(undo) with { Target = "undone", Ref = "CVS-1111111111111111" };
        await Host.Effects.PlanAsync(account, await EpochAsync(account), [undo, undone], Cancel);

        foreach (
            var name in new[]
            {
                move.EffectId,
                note.EffectId,
                note.Ref!,
                "Ref " + note.Ref,
                undo.EffectId,
                undone.EffectId,
                undone.Ref!,
            }
        )
        {
            var found = await Undo.ListAsync(account, UndoScope.OfAction(name), 9, Cancel);
            var row = found.ShouldHaveSingleItem(name);
            (row.EffectId, row.UndoId, row.UndoState).ShouldBe((move.EffectId, undo.EffectId, EffectState.Planned));
        }

        (await Undo.ListAsync(account, UndoScope.OfAction("nothing"), 9, Cancel)).ShouldBeEmpty();
        (await Undo.IsOwedAsync(account, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Only_what_is_done_can_be_undone()
    {
        var (account, _) = await MovedAsync(EffectState.Overtaken);

        (await Undo.ListAsync(account, UndoScope.OfPosting("p1"), 9, Cancel)).ShouldBeEmpty();
        (await Undo.IsOwedAsync(account, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_scan_covers_what_was_decided_until_the_next_one()
    {
        var (account, move) = await MovedAsync(EffectState.Done);
        await Host.Activity.AddAsync(account, [Scan(-60), Scan(-60), Scan(60)], Cancel);

        var runs = await Undo.RunsAsync(account, 9, Cancel);

        runs.Select(r => r.At).ShouldBe([Rows.Day.AddSeconds(60), Rows.Day.AddSeconds(-60)]);
        (await Undo.ListAsync(account, UndoScope.OfRun(runs[1].Run), 9, Cancel))
            .ShouldHaveSingleItem()
            .EffectId.ShouldBe(move.EffectId);
        (await Undo.ListAsync(account, UndoScope.OfRun(runs[0].Run), 9, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_of_ARKiiVE_covers_its_leads()
    {
        var account = await Host.ConnectAsync();
        var decision = Rows.Decision("p1/c1", Abstractions.Solution.Arkiive);
        var lead = Rows.Lead("c1", "p1") with { DecisionId = decision.DecisionId };
        var run = new ArkiiveRunRow
        {
            PostingId = "p1",
            Run = 1,
            Cause = "opened",
            Searched = 9,
            Scored = 3,
            ExcludedJson = "{}",
            AboveBar = 1,
            Leads = 1,
            DecidedAt = decision.DecidedAt,
        };
        await Host.Decisions.CommitAsync(
            account,
            new DecisionCommit { Run = run, Decisions = [new(decision, [lead, Rows.NoteOf(lead)])] },
            Cancel
        );
        await SettleAsync(account, lead, EffectState.Done, "lead-1");

        (await Undo.RunsAsync(account, 9, Cancel)).ShouldHaveSingleItem().Run.ShouldBe("p1/1");
        (await Undo.ListAsync(account, UndoScope.OfRun("p1/1"), 9, Cancel))
            .ShouldHaveSingleItem()
            .OpportunityId.ShouldBe("lead-1");
        (await Undo.ListAsync(account, UndoScope.OfRun("p1/2"), 9, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scope_that_is_none_is_refused()
    {
        var account = await Host.ConnectAsync();

        await Should.ThrowAsync<ArgumentException>(() => Undo.ListAsync(account, new UndoScope(), 9, Cancel));
        await Should.ThrowAsync<ArgumentException>(() =>
            Undo.ListAsync(account, UndoScope.OfRun("yesterday"), 9, Cancel)
        );
    }

    [Fact]
    public async Task A_rerun_replaces_what_was_not_sent_and_leaves_alone_what_was()
    {
        var (account, sent) = await MovedAsync(EffectState.Done);
        var unsent = Rows.Move("o2");
        var former = Rows.Decision("app-o2") with { OpportunityId = "o2" };
        await CommitAsync(account, former, unsent with { State = EffectState.Shadow });

        await RerunAsync(account, "app-o1", sent);
        await RerunAsync(account, "app-o2", unsent);

        var effects = new List<EffectRow>();
        await foreach (var effect in Host.Effects.StreamAsync(account, Cancel))
        {
            effects.Add(effect);
        }

        effects.Count(e => e.Subject == "o1" && e.Kind == EffectKind.Move).ShouldBe(1);
        effects.Single(e => e.Subject == "o2").DecisionId.ShouldBe("again-app-o2");
        effects.Count(e => e.Kind == EffectKind.Note).ShouldBe(2); // The former one of what was sent, the new one of what was not.
    }

    [Fact]
    public async Task What_was_decided_in_shadow_is_listed_in_its_newest_form()
    {
        var account = await Host.ConnectAsync();
        var first = Rows.Decision("app-o1") with { IsShadow = true };
        var second = first with { DecisionId = "d-again", Generation = 1, Verdict = "no-match" };
        var live = Rows.Decision("app-o2");
        await CommitAsync(account, first, Rows.Move("o1") with { State = EffectState.Shadow });
        await CommitAsync(account, second);
        await CommitAsync(account, live);
        var shadow = Host.Get<ShadowQueries>();

        (await shadow.DecisionsAsync(account, Cancel)).ShouldHaveSingleItem().DecisionId.ShouldBe("d-again");
        (await shadow.EffectsAsync(account, Cancel)).ShouldHaveSingleItem().Kind.ShouldBe(EffectKind.Move);
        (await shadow.CountSearchedPostingsAsync(account, Cancel)).ShouldBe(0);
    }

    private static ActivityRow Scan(int second) =>
        new()
        {
            At = Rows.Day.AddSeconds(second),
            Kind = ActivityKinds.Scan,
            Message = "A scan found changes.",
        };

    private static EffectRow UndoOf(EffectRow move) =>
        move with
        {
            EffectId = $"undo-{move.EffectId}",
            Kind = EffectKind.Restore,
            Target = "new-applicant",
            ParentId = move.EffectId,
        };

    private async Task<(AccountKey Account, EffectRow Move)> MovedAsync(EffectState state)
    {
        var account = await Host.ConnectAsync();
        var move = Rows.Move("o1");
        await CommitAsync(account, Rows.Decision("app-o1"), move);
        await SettleAsync(account, move, state, "o1");
        return (account, move);
    }

    private Task<DecisionCommitResult> CommitAsync(
        AccountKey account,
        DecisionRow decision,
        params EffectRow[] roots
    ) =>
        Host.Decisions.CommitAsync(
            account,
            new DecisionCommit
            {
                Decisions =
                [
                    new(
                        decision,
                        [
                            .. roots.SelectMany(r =>
                                new[]
                                {
                                    r with
                                    {
                                        DecisionId = decision.DecisionId,
                                    },
                                    Rows.NoteOf(r) with
                                    {
                                        DecisionId = decision.DecisionId,
                                        State = r.State,
                                    },
                                }
                            ),
                        ]
                    ),
                ],
            },
            Cancel
        );

    private Task<DecisionCommitResult> RerunAsync(AccountKey account, string application, EffectRow move)
    {
        var decision = Rows.Decision(application) with { DecisionId = "again-" + application, Generation = 1 };
        var again = move with { DecisionId = decision.DecisionId };
        var note = Rows.NoteOf(again) with { EffectId = "again-note-" + move.EffectId, Subject = decision.DecisionId };
        return Host.Decisions.CommitAsync(
            account,
            new DecisionCommit
            {
                Decisions = [new(decision, [again, note])],
                Superseded = ["d-Fiilter-" + application],
            },
            Cancel
        );
    }

    private async Task SettleAsync(AccountKey account, EffectRow effect, EffectState state, string resultId)
    {
        var epoch = await EpochAsync(account);
        await Host.Effects.ClaimAsync(account, epoch, Rows.Day, 9, Cancel);
        await Host.Effects.SettleAsync(
            account,
            epoch,
            Rows.Day,
            [new EffectSettlement(effect.EffectId, state) { ResultId = resultId, OpportunityId = resultId }],
            [],
            Cancel
        );
    }

    private Task<long> EpochAsync(AccountKey account) => Host.Accounts.TakeEpochAsync(account, Cancel);
}

public sealed class UndoQueriesOnSqliteTests(SqliteHost host) : UndoQueriesTests(host), IClassFixture<SqliteHost>;

public sealed class UndoQueriesOnPostgresTests(PostgresHost host) : UndoQueriesTests(host), IClassFixture<PostgresHost>;
