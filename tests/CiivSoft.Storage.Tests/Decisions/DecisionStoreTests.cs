using CiivSoft.Abstractions;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Tests.Databases;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Tests.Decisions;

public abstract class DecisionStoreTests(StorageHost host) : StorageTests(host)
{
    [Fact]
    public async Task A_commit_saves_everything_at_once()
    {
        var account = await Host.ConnectAsync();
        var decision = Rows.Decision("app-o1");
        var move = Rows.Move("o1");
        var commit = new DecisionCommit
        {
            Contact = Rows.Contact("c1") with { ResumeStatus = ResumeStatus.Read, PersonJson = "{}" },
            Resume = Rows.Resume("c1"),
            Vector = Rows.Vector("c1"),
            Decisions = [new(decision, [move, Rows.NoteOf(move)])],
            Activity = [Rows.Line("decided")],
            Next = Rows.Work("c1"),
        };

        var result = await Host.Decisions.CommitAsync(account, commit, Cancel);

        result.NewDecisions.ShouldBe([decision.DecisionId]);
        result.PlannedEffects.ShouldBe(2);
        (await Host.Decisions.OfContactAsync(account, "c1", Cancel)).ShouldBe([decision]);
        (await Host.Effects.OfDecisionsAsync(account, [decision.DecisionId], Cancel)).Count.ShouldBe(2);
        (await Host.Resumes.LoadAsync(account, ["c1"], Cancel)).ShouldBe([Rows.Resume("c1")]);
        (await Host.Mirror.FindContactsAsync(account, ["c1"], Cancel))["c1"].ShouldBe(commit.Contact);
        (await Host.Activity.ReadAsync(account, 0, 9, Cancel)).Single().Message.ShouldBe("decided");
        (await Host.Work.NextAsync(account, Now, 9, Cancel)).Single().Id.ShouldBe("c1");
    }

    [Fact]
    public async Task Committing_twice_is_committing_once()
    {
        var account = await Host.ConnectAsync();
        var commit = new DecisionCommit
        {
            Decisions = [new(Rows.Decision("app-o1"), [Rows.Move("o1")])],
            Activity = [Rows.Line("decided")],
        };
        await Host.Decisions.CommitAsync(account, commit, Cancel);

        var again = await Host.Decisions.CommitAsync(account, commit, Cancel);

        again.NewDecisions.ShouldBeEmpty();
        again.PlannedEffects.ShouldBe(0);
        (await Host.Activity.ReadAsync(account, 0, 9, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_application_is_decided_once_and_the_effects_of_a_second_try_are_dropped()
    {
        var account = await Host.ConnectAsync();
        await Host.Decisions.CommitAsync(account, new() { Decisions = [new(Rows.Decision("a"), [])] }, Cancel);
        var other = Rows.Decision("a") with { DecisionId = "another-id", Verdict = "no-match" };

        var result = await Host.Decisions.CommitAsync(
            account,
            new() { Decisions = [new(other, [Rows.Move("o1")])], Activity = [Rows.Line("decided again")] },
            Cancel
        );

        result.NewDecisions.ShouldBeEmpty();
        (await Host.Activity.ReadAsync(account, 0, 9, Cancel)).ShouldBeEmpty();
        (await Host.Decisions.OfApplicationsAsync(account, ["a"], Cancel)).Single().Verdict.ShouldBe("match");
        (await Host.Effects.FindAsync(account, "move-o1", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Deciders_at_the_same_time_make_one_decision_with_its_effects()
    {
        var account = await Host.ConnectAsync();

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Host.Decisions.CommitAsync(
                        account,
                        new() { Decisions = [new(Rows.Decision("a"), [Rows.Move("o1") with { Reason = $"{i}" }])] },
                        Cancel
                    )
                )
        );

        results.Sum(result => result.NewDecisions.Count).ShouldBe(1);
        results.Sum(result => result.PlannedEffects).ShouldBe(1);
        results.Single(result => result.PlannedEffects == 1).NewDecisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_newest_generation_of_an_application_counts()
    {
        var account = await Host.ConnectAsync();
        var first = Rows.Decision("a");
        var rerun = first with { DecisionId = "d-rerun", Generation = 1, Verdict = "no-match" };
        var refiine = Rows.Decision("a", Solution.Refiine) with
        {
            Score = null,
            Cut = null,
            EvidenceJson = null,
            PostingId = null,
        };
        var arkiive = Rows.Decision("a", Solution.Arkiive);
        await Host.Decisions.CommitAsync(
            account,
            new() { Decisions = [new(first, []), new(rerun, []), new(refiine, []), new(arkiive, [])] },
            Cancel
        );

        (await Host.Decisions.OfApplicationsAsync(account, ["a", "b"], Cancel)).ShouldBe(
            [refiine, rerun],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Reading_on_from_the_last_time_misses_nothing_of_one_millisecond()
    {
        var account = await Host.ConnectAsync();
        var decisions = Enumerable
            .Range(0, 10)
            .Select(i => Rows.Decision($"a{i}") with { DecidedAt = Rows.Day.AddMilliseconds(i / 4) });
        await Host.Decisions.CommitAsync(
            account,
            new() { Decisions = [.. decisions.Select(d => new DecidedEffects(d, []))] },
            Cancel
        );

        var seen = new List<string>();
        for (var since = Rows.Day.AddDays(-1); ; )
        {
            var page = await Host.Decisions.SinceAsync(account, Solution.Fiilter, since, 3, Cancel);
            if (page.Count == 0)
            {
                break;
            }

            seen.AddRange(page.Select(decision => decision.Subject));
            since = page[^1].DecidedAt;
        }

        seen.ShouldBe(Enumerable.Range(0, 10).Select(i => $"a{i}"));
        (await Host.Decisions.SinceAsync(account, Solution.Refiine, Rows.Day.AddDays(-1), 3, Cancel)).ShouldBeEmpty();
        (await Host.Decisions.SinceAsync(account, null, Rows.Day, 100, Cancel)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_run_that_was_saved_before_changes_nothing_but_its_work_item()
    {
        var account = await Host.ConnectAsync();
        await Host.Work.AddAsync(account, [Rows.Work("p1") with { Kind = WorkKind.Posting }], Cancel);
        var item = (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single();
        var run = Run(1);
        await Host.Decisions.CommitAsync(account, new() { Run = run }, Cancel);

        var again = await Host.Decisions.CommitAsync(
            account,
            new()
            {
                Run = run with { Searched = 99 },
                Decisions = [new(Rows.Decision("p1/c1", Solution.Arkiive), [Rows.Lead("c1", "p1")])],
                Activity = [Rows.Line("ran")],
                Finished = item,
            },
            Cancel
        );
        await Host.Decisions.CommitAsync(account, new() { Run = Run(2) }, Cancel);

        again.NewDecisions.ShouldBeEmpty();
        (await Host.Decisions.RunsAsync(account, "p1", Cancel)).ShouldBe([run, Run(2)]);
        (await Host.Effects.CountAsync(account, Cancel)).ShouldBeEmpty();
        (await Host.Activity.ReadAsync(account, 0, 9, Cancel)).ShouldBeEmpty();
        (await Host.Work.NextAsync(account, Now, 1, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finished_item_is_replaced_by_the_next_one()
    {
        var account = await Host.ConnectAsync();
        await Host.Work.AddAsync(account, [Rows.Work("c1")], Cancel);
        var item = (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single();

        await Host.Decisions.CommitAsync(
            account,
            new() { Finished = item, Next = Rows.Work("c1") with { NotBefore = Now.AddHours(1) } },
            Cancel
        );

        (await Host.Work.NextAsync(account, Now, 1, Cancel)).ShouldBeEmpty();
        (await Host.Work.NextAsync(account, Now.AddHours(1), 1, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_item_that_changed_while_in_hand_stays_due_although_a_next_one_is_put()
    {
        var account = await Host.ConnectAsync();
        await Host.Work.AddAsync(account, [Rows.Work("c1")], Cancel);
        var item = (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single();
        await Host.Work.AddAsync(account, [Rows.Work("c1", newest: 9)], Cancel);

        await Host.Decisions.CommitAsync(
            account,
            new() { Finished = item, Next = Rows.Work("c1") with { NotBefore = Now.AddHours(1) } },
            Cancel
        );

        (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single().NewestMs.ShouldBe(9);
    }

    private static ArkiiveRunRow Run(int run) =>
        new()
        {
            PostingId = "p1",
            Run = run,
            Cause = "opened",
            Searched = 5_000_000_000,
            Scored = 300,
            ExcludedJson = """{"hired":3}""",
            AboveBar = 12,
            Leads = 7,
            DecidedAt = Rows.Day,
        };
}

public sealed class DecisionStoreOnSqliteTests(SqliteHost host) : DecisionStoreTests(host), IClassFixture<SqliteHost>;

public sealed class DecisionStoreOnPostgresTests(PostgresHost host)
    : DecisionStoreTests(host),
        IClassFixture<PostgresHost>;
