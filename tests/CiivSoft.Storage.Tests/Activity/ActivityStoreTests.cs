using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Activity;

public abstract class ActivityStoreTests(StorageHost host) : StorageTests(host)
{
    [Fact]
    public async Task Lines_come_back_whole_and_in_order()
    {
        var account = await Host.ConnectAsync();
        var full = Rows.Line("full") with { ContactId = "c", PostingId = "p", DecisionId = "d" };
        var bare = new ActivityRow
        {
            At = Rows.Day,
            Kind = "finding",
            Message = "bare",
        };
        await Host.Activity.AddAsync(account, [full, bare], Cancel);

        var lines = await Host.Activity.ReadAsync(account, 0, 10, Cancel);

        lines.Select(line => line with { Sequence = 0 }).ShouldBe([full, bare]);
        (await Host.Activity.ReadAsync(account, lines[0].Sequence, 10, Cancel)).ShouldBe([lines[1]]);
        (await Host.Activity.ReadAsync(account, 0, 1, Cancel)).ShouldBe([lines[0]]);
    }

    [Fact]
    public async Task A_line_added_twice_is_there_once()
    {
        var account = await Host.ConnectAsync();
        await Host.Activity.AddAsync(account, [Rows.Line("a"), Rows.Line("a", second: 1)], Cancel);
        await Host.Activity.AddAsync(account, [Rows.Line("a")], Cancel);

        (await Host.Activity.ReadAsync(account, 0, 10, Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_that_follows_the_log_misses_no_line_of_writers_at_the_same_time()
    {
        var account = await Host.ConnectAsync();
        const int writers = 8;
        const int each = 25;
        var writing = Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(async writer =>
                {
                    for (var i = 0; i < each; i++)
                    {
                        await Host.Activity.AddAsync(account, [Rows.Line($"{writer}-{i}")], Cancel);
                    }
                })
        );

        var seen = new List<ActivityRow>();
        for (var last = false; ; )
        {
            var page = await Host.Activity.ReadAsync(account, seen.Count == 0 ? 0 : seen[^1].Sequence, 10, Cancel);
            seen.AddRange(page);
            if (page.Count == 0 && last)
            {
                break;
            }

            last = writing.IsCompleted && page.Count == 0;
            await Task.Yield();
        }

        await writing;
        seen.Select(line => line.Message).Distinct().Count().ShouldBe(writers * each);
        seen.Count.ShouldBe(writers * each);
    }
}

public sealed class ActivityStoreOnSqliteTests(SqliteHost host) : ActivityStoreTests(host), IClassFixture<SqliteHost>;

public sealed class ActivityStoreOnPostgresTests(PostgresHost host)
    : ActivityStoreTests(host),
        IClassFixture<PostgresHost>;
