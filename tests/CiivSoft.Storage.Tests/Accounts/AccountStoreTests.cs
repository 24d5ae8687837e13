using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Storage.Tests.Accounts;

public abstract class AccountStoreTests(StorageHost host) : StorageTests(host)
{
    private static readonly string[] Tables =
    [
        "activity",
        "effect",
        "decision",
        "arkiive_run",
        "vector",
        "resume",
        "work",
        "posting",
        "opportunity",
        "contact",
    ];

    private static readonly Uri Lever = new("https://api.lever.co/v1");

    [Fact]
    public async Task An_account_that_was_never_connected_is_not_found()
    {
        var account = new AccountKey("nobody");

        (await Host.Accounts.FindAsync(account, Cancel)).ShouldBeNull();
        (await Host.Accounts.ReadApiKeyAsync(account, Cancel)).ShouldBeNull();
        await Should.ThrowAsync<KeyNotFoundException>(() => Host.Accounts.TakeEpochAsync(account, Cancel));
    }

    [Fact]
    public async Task A_replaced_key_keeps_epoch_and_first_connection()
    {
        var account = new AccountKey("replaced");
        await Host.Accounts.SaveAsync(account, Lever, "user-1", "first", Now, Cancel);
        await Host.Accounts.TakeEpochAsync(account, Cancel);

        await Host.Accounts.SaveAsync(
            account,
            new Uri("https://eu.lever.co/v1"),
            "user-2",
            "second",
            Now.AddDays(3),
            Cancel
        );

        (await Host.Accounts.FindAsync(account, Cancel)).ShouldBe(
            new AccountRecord(account, new Uri("https://eu.lever.co/v1"), "user-2", Now, 1)
        );
        (await Host.Accounts.ReadApiKeyAsync(account, Cancel)).ShouldBe("second");
    }

    [Fact]
    public async Task Saving_twice_is_saving_once()
    {
        var account = new AccountKey("twice");
        await Host.Accounts.SaveAsync(account, Lever, "user", "key", Now, Cancel);
        await Host.Accounts.SaveAsync(account, Lever, "user", "key", Now, Cancel);

        (await Host.Accounts.ListAsync(Cancel)).Count(record => record.Account == account).ShouldBe(1);
    }

    [Fact]
    public async Task The_api_key_is_not_in_the_table_in_clear()
    {
        var account = new AccountKey("canary");
        await Host.Accounts.SaveAsync(account, Lever, "user", "canary-7f3a", Now, Cancel);

        var box = await Host.Database.ReadAsync(
            session => session.ScalarAsync<byte[]>("SELECT api_key_box FROM account WHERE name = 'canary'"),
            Cancel
        );

        box.ShouldNotBeNull();
        box.AsSpan().IndexOf("canary-7f3a"u8).ShouldBe(-1);
    }

    [Fact]
    public async Task A_sealed_key_cannot_be_moved_to_another_account()
    {
        var (one, two) = (new AccountKey("one"), new AccountKey("two"));
        await Host.Accounts.SaveAsync(one, Lever, "user", "key of one", Now, Cancel);
        await Host.Accounts.SaveAsync(two, Lever, "user", "key of two", Now, Cancel);
        await Host.Database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    "UPDATE account SET api_key_box = (SELECT api_key_box FROM account WHERE name = 'one') WHERE name = 'two'"
                ),
            Cancel
        );

        var exception = await Should.ThrowAsync<StorageException>(() => Host.Accounts.ReadApiKeyAsync(two, Cancel));
        exception.Message.ShouldNotContain("key of");
    }

    [Fact]
    public async Task Epochs_taken_at_the_same_time_all_differ()
    {
        var account = await Host.ConnectAsync();

        var epochs = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Host.Accounts.TakeEpochAsync(account, Cancel))
        );

        epochs.Order().ShouldBe(Enumerable.Range(2, 16).Select(i => (long)i));
    }

    [Fact]
    public async Task Lists_accounts_by_name()
    {
        foreach (var name in new[] { "zeta", "a-b", "ab" })
        {
            await Host.Accounts.SaveAsync(new AccountKey(name), Lever, "user", "key", Now, Cancel);
        }

        var names = (await Host.Accounts.ListAsync(Cancel)).Select(record => record.Account.Name).ToList();

        names.ShouldBe(names.Order(StringComparer.Ordinal));
        names.ShouldContain("a-b");
    }

    [Fact]
    public async Task Erasing_an_account_leaves_the_others_and_is_repeatable()
    {
        var (gone, stays) = (await Host.ConnectAsync(), await Host.ConnectAsync());
        foreach (var account in new[] { gone, stays })
        {
            await Host.Mirror.SaveAsync(
                account,
                1,
                new ScanSave
                {
                    Opportunities = [Rows.Opportunity("o1")],
                    Contacts = [Rows.Contact("c1")],
                    Postings = [Rows.Posting("p1")],
                    Work = [Rows.Work("c1")],
                    Activity = [Rows.Line("seen")],
                },
                Cancel
            );
            await Host.Decisions.CommitAsync(
                account,
                new()
                {
                    Resume = Rows.Resume("c1"),
                    Vector = Rows.Vector("c1"),
                    Decisions = [new(Rows.Decision("app-o1"), [Rows.Move("o1")])],
                },
                Cancel
            );
        }

        await Host.Accounts.EraseAsync(gone, Cancel);
        await Host.Accounts.EraseAsync(gone, Cancel);

        (await RowsOfAsync(gone)).ShouldBe(0);
        (await RowsOfAsync(stays)).ShouldBe(10);
        (await Host.Effects.FindAsync(stays, "move-o1", Cancel))!.State.ShouldBe(EffectState.Planned);
    }

    [Fact]
    public async Task A_write_in_flight_cannot_bring_an_erased_account_back()
    {
        var account = await Host.ConnectAsync();
        await Host.Accounts.EraseAsync(account, Cancel);

        await Should.ThrowAsync<KeyNotFoundException>(() =>
            Host.Decisions.CommitAsync(account, new() { Resume = Rows.Resume("c1") }, Cancel)
        );
        await Should.ThrowAsync<KeyNotFoundException>(() => Host.Work.AddAsync(account, [Rows.Work("c1")], Cancel));
        await Should.ThrowAsync<KeyNotFoundException>(() =>
            Host.Activity.AddAsync(account, [Rows.Line("late")], Cancel)
        );
        await Should.ThrowAsync<FencedException>(() => Host.Mirror.SaveAsync(account, 1, new(), Cancel));
        (await RowsOfAsync(account)).ShouldBe(0);
    }

    [Fact]
    public async Task Erasing_takes_the_grain_state_of_that_account_alone()
    {
        var account = await Host.ConnectAsync();
        string[] mine = [$"candidate:{account.Name}/c1", $"posting:{account.Name}/p1", $"index:{account.Name}/0"];
        string[] others = [$"candidate:{account.Name}x/c1", $"posting:{account.Name}-b/p1", $"acct:{account.Name}"];
        await Host.Database.WriteAsync(
            session =>
                session.RunManyAsync(
                    """
                    INSERT INTO OrleansStorage
                        (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, Version)
                    VALUES ('s', 't', @Key, 0, 0, 1)
                    """,
                    mine.Concat(others).Select(key => new object[] { new { Key = key } })
                ),
            Cancel
        );

        await Host.Accounts.EraseAsync(account, Cancel);

        var left = await Host.Database.ReadAsync(
            session => session.QueryAsync<string>("SELECT GrainIdExtensionString FROM OrleansStorage"),
            Cancel
        );
        left.Intersect(mine).ShouldBeEmpty();
        left.Intersect(others).Count().ShouldBe(3);
    }

    private Task<long> RowsOfAsync(AccountKey account) =>
        Host.Database.ReadAsync(
            session =>
                session.ScalarAsync<long>(
                    "SELECT "
                        + string.Join(
                            " + ",
                            Tables.Select(table => $"(SELECT count(*) FROM {table} WHERE account = @account)")
                        )
                        + " + (SELECT count(*) FROM account WHERE name = @account)",
                    new { account = account.Name }
                ),
            Cancel
        );
}

public sealed class AccountStoreOnSqliteTests(SqliteHost host) : AccountStoreTests(host), IClassFixture<SqliteHost>;

public sealed class AccountStoreOnPostgresTests(PostgresHost host)
    : AccountStoreTests(host),
        IClassFixture<PostgresHost>
{
    private const string Alive = """
        INSERT INTO OrleansMembership
            (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
        VALUES (@cluster, '127.0.0.1', 1, @generation, 's', 'h', @status, 1, now(), now() - make_interval(secs => @silentFor))
        """;

    private static int Generations;

    [Theory]
    [InlineData(3, 0, true)] // active, and heard of just now
    [InlineData(3, 60, false)] // active by its own last word, which is old
    [InlineData(6, 0, false)] // dead
    public async Task A_living_cluster_keeps_an_account_from_another_one(int status, double silentFor, bool isKept)
    {
        var account = await Host.ConnectAsync();
        await using var other = Host.Build(
            new StorageOptions
            {
                DataFolder = Host.Options.DataFolder,
                Postgres = Host.Options.Postgres,
                Cluster = $"other-{account.Name}",
            }
        );
        var theirs = other.GetRequiredService<IAccountStore>();
        var epoch = await HoldAsync(theirs, account, $"other-{account.Name}", status, silentFor);

        if (isKept)
        {
            var held = await Should.ThrowAsync<HeldElsewhereException>(() =>
                Host.Accounts.TakeEpochAsync(account, Cancel)
            );
            held.Cluster.ShouldBe($"other-{account.Name}");
            (await theirs.TakeEpochAsync(account, Cancel)).ShouldBe(epoch + 1);
        }
        else
        {
            (await Host.Accounts.TakeEpochAsync(account, Cancel)).ShouldBe(epoch + 1);
            await Should.ThrowAsync<FencedException>(() =>
                other.GetRequiredService<IMirrorStore>().SaveAsync(account, epoch, new(), Cancel)
            );
        }
    }

    // The other cluster takes the account while nothing is known to live, then shows this sign of life.
    private async Task<long> HoldAsync(
        IAccountStore theirs,
        AccountKey account,
        string cluster,
        int status,
        double silentFor
    )
    {
        var epoch = await theirs.TakeEpochAsync(account, Cancel);
        var row = new
        {
            cluster,
            status,
            silentFor,
            generation = Interlocked.Increment(ref Generations),
        };
        await Host.Database.WriteAsync(session => session.ExecuteAsync(Alive, row), Cancel);
        return epoch;
    }
}
