using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Tests.Databases;
using Dapper;

namespace CiivSoft.Storage.Tests.Reading;

/// <summary>Pages of decisions and of the activity log: complete, in order, and found by an index.</summary>
public abstract class PagingTests(StorageHost host) : StorageTests(host)
{
    private const int Total = 230;
    private const int PageSize = 50;

    private DecisionQueries Decisions => Host.Get<DecisionQueries>();

    [Fact]
    public async Task Pages_hold_every_decision_once_newest_first()
    {
        var account = await SeedAsync();

        var all = await WalkAsync(account, new DecisionFilter());

        all.Count.ShouldBe(Total);
        all.Select(l => l.DecisionId).Distinct().Count().ShouldBe(Total);
        all.ShouldBe(
            all.OrderByDescending(l => l.DecidedAt).ThenByDescending(l => l.DecisionId, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_filter_narrows_the_pages()
    {
        var account = await SeedAsync();

        (await WalkAsync(account, new DecisionFilter { Solution = Solution.Refiine })).Count.ShouldBe(Total / 2);
        (await WalkAsync(account, new DecisionFilter { Verdict = "lead" })).Count.ShouldBe(Total / 10);
        (await WalkAsync(account, new DecisionFilter { PostingId = "p1" })).Count.ShouldBe(Total / 5);
        (await WalkAsync(account, new DecisionFilter { ContactId = "c7" })).Count.ShouldBe(1);
        (await WalkAsync(account, new DecisionFilter { Verdict = "' OR 1=1" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_arrives_while_somebody_pages_moves_nothing()
    {
        var account = await SeedAsync();
        var first = await Decisions.PageAsync(account, new DecisionFilter(), null, PageSize, Cancel);
        await AddAsync(account, Total, 20);

        var second = await Decisions.PageAsync(account, new DecisionFilter(), first[^1].Cursor, PageSize, Cancel);

        second.Select(l => l.DecisionId).Intersect(first.Select(l => l.DecisionId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_account_s_decisions_are_on_no_page()
    {
        var account = await SeedAsync();
        await SeedAsync();

        (await WalkAsync(account, new DecisionFilter())).Count.ShouldBe(Total);
        (await Decisions.FindAsync(await Host.ConnectAsync(), Id(1), Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData("account = 'x'", "decision_page")]
    [InlineData("account = 'x' AND (decided_at, decision_id) < (9, 'z')", "decision_page")]
    [InlineData("account = 'x' AND posting_id = 'p1' AND (decided_at, decision_id) < (9, 'z')", "decision_posting")]
    public async Task A_page_is_a_stretch_of_an_index(string condition, string index)
    {
        await SeedAsync();
        var sql =
            $"SELECT decision_id FROM decision WHERE {condition} ORDER BY decided_at DESC, decision_id DESC LIMIT 50";

        var plan = await PlanAsync(sql);

        plan.ShouldContain(index);
        plan.ToUpperInvariant().ShouldNotContain("SORT");
        plan.ToUpperInvariant().ShouldNotContain("TEMP B-TREE");
    }

    [Fact]
    public async Task A_page_of_files_that_gave_no_text_is_a_stretch_of_an_index()
    {
        var plan = await PlanAsync(
            """
            SELECT contact_id FROM contact
            WHERE account = 'x' AND resume_status > 3 AND resume_given_up IS DISTINCT FROM coalesce(resume_id, '')
                AND (resume_status, contact_id) > (4, 'c') ORDER BY resume_status, contact_id LIMIT 50
            """
        );

        plan.ShouldContain("contact_not_read");
        plan.ToUpperInvariant().ShouldNotContain("SORT");
        plan.ToUpperInvariant().ShouldNotContain("TEMP B-TREE");
    }

    [Fact]
    public async Task Verdicts_of_a_day_are_counted_by_solution()
    {
        var account = await SeedAsync();

        var counts = await Decisions.CountAsync(account, Now, Now.AddDays(1), Cancel);

        counts.Sum(c => c.Decisions).ShouldBe(Total);
        counts.Single(c => c.Verdict == "lead").Decisions.ShouldBe(Total / 10);
        (await Decisions.CountAsync(account, Now.AddDays(1), Now.AddDays(2), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_activity_pages_and_streams_newest_first()
    {
        var account = await Host.ConnectAsync();
        var rows = Enumerable.Range(0, 120).Select(i => Rows.Line($"line {i}", i)).ToList();
        await Host.Activity.AddAsync(account, rows, Cancel);
        var queries = Host.Get<ActivityQueries>();

        var first = await queries.PageAsync(account, new ActivityFilter(), null, PageSize, Cancel);
        var second = await queries.PageAsync(account, new ActivityFilter(), first[^1].Sequence, PageSize, Cancel);
        var streamed = new List<string>();
        await foreach (var row in queries.StreamAsync(account, new ActivityFilter { Kind = "decided" }, Cancel))
        {
            streamed.Add(row.Message);
        }

        first[0].Message.ShouldBe("line 119");
        second[0].Message.ShouldBe("line 69");
        streamed.ShouldBe(rows.Select(r => r.Message).Reverse());
        (await queries.PageAsync(account, new ActivityFilter { Kind = "none" }, null, 9, Cancel)).ShouldBeEmpty();
    }

    private static string Id(int number) => $"d{number:D6}";

    private async Task<AccountKey> SeedAsync()
    {
        var account = await Host.ConnectAsync();
        await AddAsync(account, 0, Total);
        return account;
    }

    // Three of them share each millisecond.
    private async Task AddAsync(AccountKey account, int from, int count) =>
        await Host.Decisions.CommitAsync(
            account,
            new DecisionCommit
            {
                Decisions =
                [
                    .. Enumerable
                        .Range(from, count)
                        .Select(i => new DecidedEffects(
                            Rows.Decision($"a{i}", i % 2 == 0 ? Solution.Fiilter : Solution.Refiine, $"c{i}") with
                            {
                                DecisionId = Id(i),
                                PostingId = $"p{i % 5}",
                                Verdict = i % 10 == 3 ? "lead" : "no-match",
                                DecidedAt = Now.AddMilliseconds(i / 3),
                            },
                            []
                        )),
                ],
            },
            Cancel
        );

    private async Task<IReadOnlyList<DecisionLine>> WalkAsync(AccountKey account, DecisionFilter filter)
    {
        var all = new List<DecisionLine>();
        TimeCursor? before = null;
        IReadOnlyList<DecisionLine> page;
        do
        {
            page = await Decisions.PageAsync(account, filter, before, PageSize, Cancel);
            all.AddRange(page);
            before = page.Count > 0 ? page[^1].Cursor : null;
        } while (page.Count == PageSize);

        return all;
    }

    private async Task<string> PlanAsync(string sql)
    {
        await using var connection = await Host.Database.Writers.OpenConnectionAsync(Cancel);
        if (Host.Database.Dialect.Name == "sqlite")
        {
            var steps = await connection.QueryAsync($"EXPLAIN QUERY PLAN {sql}");
            return string.Join('\n', steps.Select(s => (string)s.detail));
        }

        // A small table would be read whole: it is asked what the server would do with a large one.
        await connection.ExecuteAsync("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off");
        var lines = await connection.QueryAsync<string>($"EXPLAIN {sql}");
        await connection.ExecuteAsync("RESET enable_seqscan; RESET enable_bitmapscan; RESET enable_sort");
        return string.Join('\n', lines);
    }
}

public sealed class PagingOnSqliteTests(SqliteHost host) : PagingTests(host), IClassFixture<SqliteHost>;

public sealed class PagingOnPostgresTests(PostgresHost host) : PagingTests(host), IClassFixture<PostgresHost>;
