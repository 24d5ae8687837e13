using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Requirements;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Requirements;

public abstract class RequirementStoreTests(StorageHost host) : StorageTests(host)
{
    private IRequirementStore Store => Host.Get<IRequirementStore>();

    [Fact]
    public async Task Versions_come_back_newest_first_and_only_the_newest_with_its_list()
    {
        var account = await Host.ConnectAsync();
        await AddAsync(account, Edit(1, "[1]"));
        await AddAsync(account, Edit(2, "[2]"));
        await AddAsync(account, Edit(1, "[q]") with { PostingId = "q" });

        var history = await Store.HistoryAsync(account, "p", 20, Cancel);

        history.ShouldBe([Edit(2, "[2]"), Edit(1, null)]);
        (await Store.HistoryAsync(account, "p", 1, Cancel)).ShouldBe([Edit(2, "[2]")]);
        (await Store.HistoryAsync(account, "none", 1, Cancel)).ShouldBeEmpty();
        (await Store.NewestAsync(account, Cancel))
            .OrderBy(e => e.PostingId)
            .ShouldBe([Edit(2, "[2]"), Edit(1, "[q]") with { PostingId = "q" }]);
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_version_one_is_refused_and_leaves_no_line()
    {
        var account = await Host.ConnectAsync();

        var added = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => AddAsync(account, Edit(1, $"[{i}]") with { EditedBy = $"user {i}" }))
        );

        added.Count(a => a).ShouldBe(1);
        var lines = await Host.Activity.ReadAsync(account, 0, 20, Cancel);
        lines.Single().Message.ShouldBe((await Store.HistoryAsync(account, "p", 1, Cancel)).Single().EditedBy);
    }

    [Fact]
    public async Task The_newest_decisions_of_another_version_are_stale()
    {
        var account = await Host.ConnectAsync();
        await DecideAsync(account, "a", 0, version: 0);
        await DecideAsync(account, "b", 0, version: 0);
        await DecideAsync(account, "b", 1, version: 3);

        (await Store.CountStaleAsync(account, "p", 3, Cancel)).ShouldBe(1);
        (await Store.CountStaleAsync(account, "p", 0, Cancel)).ShouldBe(1);
        (await Store.CountStaleAsync(account, "p", 4, Cancel)).ShouldBe(2);
        (await Store.CountStaleAsync(account, "q", 4, Cancel)).ShouldBe(0);
        (await Host.Decisions.OfApplicationsAsync(account, ["b"], Cancel)).Single().RequirementsVersion.ShouldBe(3);
    }

    [Fact]
    public async Task They_are_erased_with_the_account()
    {
        var account = await Host.ConnectAsync();
        await AddAsync(account, Edit(1, "[1]"));

        await Host.Accounts.EraseAsync(account, Cancel);

        (await Store.HistoryAsync(account, "p", 1, Cancel)).ShouldBeEmpty();
    }

    private Task<bool> AddAsync(AccountKey account, RequirementEditRow edit) =>
        Store.TryAddAsync(account, edit, Rows.Line(edit.EditedBy), Cancel);

    private Task<DecisionCommitResult> DecideAsync(
        AccountKey account,
        string application,
        int generation,
        int version
    ) =>
        Host.Decisions.CommitAsync(
            account,
            new DecisionCommit
            {
                Decisions =
                [
                    new DecidedEffects(
                        Rows.Decision($"{application}-{generation}") with
                        {
                            Solution = Solution.Fiilter,
                            Subject = application,
                            Generation = generation,
                            PostingId = "p",
                            RequirementsVersion = version,
                        },
                        []
                    ),
                ],
            },
            Cancel
        );

    private static RequirementEditRow Edit(int version, string? list) =>
        new()
        {
            PostingId = "p",
            Version = version,
            EditedBy = "ada",
            EditedAt = Rows.Day,
            PostingHash = "h1",
            Summary = "added \"SQL\"",
            ListJson = list,
        };
}

public sealed class RequirementStoreOnSqliteTests(SqliteHost host)
    : RequirementStoreTests(host),
        IClassFixture<SqliteHost>;

public sealed class RequirementStoreOnPostgresTests(PostgresHost host)
    : RequirementStoreTests(host),
        IClassFixture<PostgresHost>;
