using CiivSoft.Storage.Tests.Databases;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Tests.Work;

public abstract class WorkStoreTests(StorageHost host) : StorageTests(host)
{
    [Fact]
    public async Task New_applications_overtake_postings_and_backlog_and_the_newest_comes_first()
    {
        var account = await Host.ConnectAsync();
        await Host.Work.AddAsync(
            account,
            [
                Rows.Work("backlog", WorkPriority.Backfill, 9),
                Rows.Work("posting", WorkPriority.NewPosting, 9) with
                {
                    Kind = WorkKind.Posting,
                },
                Rows.Work("old"),
                Rows.Work("new", newest: 5),
                Rows.Work("later") with
                {
                    NotBefore = Now.AddMilliseconds(1),
                },
            ],
            Cancel
        );

        (await Host.Work.NextAsync(account, Now, 10, Cancel))
            .Select(item => item.Id)
            .ShouldBe(["new", "old", "posting", "backlog"]);
        (await Host.Work.NextAsync(account, Now, 2, Cancel)).Select(item => item.Id).ShouldBe(["new", "old"]);
        (await Host.Work.NextAsync(account, Now.AddMilliseconds(1), 10, Cancel)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_is_due_next_is_the_earliest_that_is_not_due_yet()
    {
        var account = await Host.ConnectAsync();
        (await Host.Work.NextDueAsync(account, Now, Cancel)).ShouldBeNull();
        await Host.Work.AddAsync(
            account,
            [
                Rows.Work("now"),
                Rows.Work("late") with
                {
                    NotBefore = Now.AddHours(2),
                },
                Rows.Work("soon") with
                {
                    NotBefore = Now.AddHours(1),
                },
            ],
            Cancel
        );

        (await Host.Work.NextDueAsync(account, Now, Cancel)).ShouldBe(Now.AddHours(1));
        (await Host.Work.NextDueAsync(account, Now.AddHours(1), Cancel)).ShouldBe(Now.AddHours(2));
    }

    [Fact]
    public async Task Adding_again_takes_the_more_urgent_the_newer_and_the_earlier()
    {
        var account = await Host.ConnectAsync();
        var first = Rows.Work("c", WorkPriority.Backfill, 5) with
        {
            NotBefore = Now.AddHours(2),
            Attempts = 2,
            Reason = "r",
        };
        await Host.Work.AddAsync(account, [first], Cancel);
        await Host.Work.AddAsync(
            account,
            [Rows.Work("c", WorkPriority.NewPosting, 3) with { NotBefore = Now.AddHours(1) }],
            Cancel
        );
        await Host.Work.AddAsync(
            account,
            [Rows.Work("c", WorkPriority.Backfill) with { NotBefore = Now.AddHours(3) }],
            Cancel
        );

        var item = (await Host.Work.NextAsync(account, Now.AddHours(1), 10, Cancel)).Single();
        (item with { Version = 0 }).ShouldBe(
            first with
            {
                Priority = WorkPriority.NewPosting,
                NotBefore = Now.AddHours(1),
            }
        );

        await Host.Work.AddAsync(account, [Rows.Work("c", WorkPriority.Backfill)], Cancel);
        (await Host.Work.NextAsync(account, Now, 10, Cancel)).Single().NotBefore.ShouldBeNull();
    }

    [Fact]
    public async Task What_arrives_while_an_item_is_in_hand_is_not_lost_when_it_is_finished()
    {
        var account = await Host.ConnectAsync();
        await Host.Work.AddAsync(account, [Rows.Work("c")], Cancel);
        var held = (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single();

        await Host.Work.AddAsync(account, [Rows.Work("c")], Cancel);
        await Host.Work.CompleteAsync(account, held, Cancel);

        var again = (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single();
        await Host.Work.CompleteAsync(account, again, Cancel);
        await Host.Work.CompleteAsync(account, again, Cancel);
        (await Host.Work.NextAsync(account, Now, 1, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_item_that_was_finished_and_came_back_is_not_finished_by_an_older_worker()
    {
        var account = await Host.ConnectAsync();
        await Host.Work.AddAsync(account, [Rows.Work("c")], Cancel);
        var held = (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single();
        await Host.Work.CompleteAsync(account, held, Cancel);
        await Host.Work.AddAsync(account, [Rows.Work("c")], Cancel);

        await Host.Work.CompleteAsync(account, held, Cancel);

        (await Host.Work.NextAsync(account, Now, 1, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Postponing_twice_is_postponing_once()
    {
        var account = await Host.ConnectAsync();
        await Host.Work.AddAsync(account, [Rows.Work("c")], Cancel);
        var held = (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single();

        await Host.Work.PostponeAsync(account, held, Now.AddMinutes(5), "Lever was away", Cancel);
        await Host.Work.PostponeAsync(account, held, Now.AddMinutes(5), "Lever was away", Cancel);

        (await Host.Work.NextAsync(account, Now, 1, Cancel)).ShouldBeEmpty();
        var item = (await Host.Work.NextAsync(account, Now.AddMinutes(5), 1, Cancel)).Single();
        item.Attempts.ShouldBe(1);
        item.Reason.ShouldBe("Lever was away");
    }

    [Fact]
    public async Task Postponing_leaves_an_item_due_that_changed_meanwhile()
    {
        var account = await Host.ConnectAsync();
        await Host.Work.AddAsync(account, [Rows.Work("c")], Cancel);
        var held = (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single();
        await Host.Work.AddAsync(account, [Rows.Work("c")], Cancel);

        await Host.Work.PostponeAsync(account, held, Now.AddMinutes(5), "busy", Cancel);

        (await Host.Work.NextAsync(account, Now, 1, Cancel)).Single().Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Counts_by_urgency()
    {
        var account = await Host.ConnectAsync();
        (await Host.Work.CountAsync(account, Now, Cancel)).ShouldBe(new WorkCounts(0, 0, 0, 0, null));
        await Host.Work.AddAsync(
            account,
            [
                Rows.Work("a"),
                Rows.Work("b") with
                {
                    NotBefore = Now,
                },
                Rows.Work("c", WorkPriority.Backfill),
                Rows.Work("d", WorkPriority.NewPosting),
                Rows.Work("e") with
                {
                    NotBefore = Now.AddHours(2),
                },
                Rows.Work("f", WorkPriority.Backfill) with
                {
                    NotBefore = Now.AddHours(1),
                },
            ],
            Cancel
        );

        (await Host.Work.CountAsync(account, Now, Cancel)).ShouldBe(new WorkCounts(2, 1, 1, 2, Now.AddHours(1)));
    }
}

public sealed class WorkStoreOnSqliteTests(SqliteHost host) : WorkStoreTests(host), IClassFixture<SqliteHost>;

public sealed class WorkStoreOnPostgresTests(PostgresHost host) : WorkStoreTests(host), IClassFixture<PostgresHost>;
