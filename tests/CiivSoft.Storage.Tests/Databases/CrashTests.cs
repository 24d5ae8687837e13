using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Storage.Tests.Databases;

public abstract class CrashTests(StorageHost host) : StorageTests(host)
{
    [Fact]
    public async Task Work_that_fails_before_the_commit_leaves_nothing_and_the_next_writer_goes_on()
    {
        var account = await Host.ConnectAsync();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            Host.Database.WriteAsync(
                async session =>
                {
                    await session.PlanAsync(account.Name);
                    throw new InvalidOperationException("crash");
                },
                Cancel
            )
        );

        (await Host.Effects.CountAsync(account, Cancel)).ShouldBeEmpty();
        (await Host.Effects.PlanAsync(account, 1, [Rows.Move("o1")], Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_writer_gives_its_turn_back()
    {
        var account = await Host.ConnectAsync();
        using var cancel = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Host.Database.WriteAsync(
                async session =>
                {
                    await session.PlanAsync(account.Name);
                    await cancel.CancelAsync();
                    cancel.Token.ThrowIfCancellationRequested();
                },
                cancel.Token
            )
        );
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Host.Effects.PlanAsync(account, 1, [Rows.Move("o1")], cancel.Token)
        );

        (await Host.Effects.PlanAsync(account, 1, [Rows.Move("o1")], Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_that_is_refused_half_way_is_whole_or_absent()
    {
        var account = await Host.ConnectAsync();
        var broken = Rows.Move("o2") with { Subject = null! };

        await Should.ThrowAsync<StorageException>(() =>
            Host.Decisions.CommitAsync(
                account,
                new()
                {
                    Contact = Rows.Contact("c1"),
                    Resume = Rows.Resume("c1"),
                    Decisions = [new DecidedEffects(Rows.Decision("a"), [Rows.Move("o1"), broken])],
                },
                Cancel
            )
        );

        (await Host.Mirror.CountAsync(account, Cancel)).ShouldBe(new MirrorCounts(0, 0, 0, 0));
        (await Host.Decisions.OfContactAsync(account, "c1", Cancel)).ShouldBeEmpty();
        (await Host.Effects.CountAsync(account, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_of_the_database_tells_no_stored_value()
    {
        var account = await Host.ConnectAsync();
        var exception = await Should.ThrowAsync<StorageException>(() =>
            Host.Effects.PlanAsync(
                account,
                1,
                [Rows.Move("canary-subject") with { Target = null!, PayloadJson = "canary-payload" }],
                Cancel
            )
        );

        exception.IsTransient.ShouldBeFalse();
        exception.ToString().ShouldNotContain("canary");
    }
}

internal static class CrashSteps
{
    public static Task PlanAsync(this Session session, string account) =>
        session.RunManyAsync(
            EffectSql.Insert,
            [
                [Rows.Move("o1"), new { Account = account, PayloadBox = (byte[]?)null }],
            ]
        );
}

public sealed class CrashOnSqliteTests(SqliteHost host) : CrashTests(host), IClassFixture<SqliteHost>
{
    [Fact]
    public async Task What_a_dead_process_left_uncommitted_is_gone_and_what_it_committed_is_there()
    {
        var account = await Host.ConnectAsync();
        var copy = Directory.CreateTempSubdirectory("ciivsoft-crash-");
        try
        {
            await Host.Effects.PlanAsync(account, 1, [Rows.Move("committed")], Cancel);
            await using (var connection = await Host.Database.Writers.OpenConnectionAsync(Cancel))
            {
                await using var transaction = await connection.BeginTransactionAsync(Cancel);
                var session = new Session(connection, transaction, Dialect.Sqlite, Cancel);
                await session.ExecuteAsync("PRAGMA cache_spill = 1");
                await session.PlanAsync(account.Name);
                // The files as a kill would leave them, log included.
                foreach (var file in Directory.GetFiles(Host.Folder, "ciivsoft.db*"))
                {
                    File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
                }
            }

            await using var after = new SqliteConnection(
                $"Data Source={Path.Combine(copy.FullName, "ciivsoft.db")};Pooling=False"
            );
            await after.OpenAsync(Cancel);
            await using var command = after.CreateCommand();
            command.CommandText = "SELECT group_concat(subject) FROM effect WHERE account = $account";
            command.Parameters.AddWithValue("$account", account.Name);
            (await command.ExecuteScalarAsync(Cancel)).ShouldBe("committed");
            command.CommandText = "PRAGMA integrity_check";
            (await command.ExecuteScalarAsync(Cancel)).ShouldBe("ok");
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Readers_go_on_while_a_writer_writes()
    {
        var account = await Host.ConnectAsync();
        await using var connection = await Host.Database.Writers.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await new Session(connection, transaction, Dialect.Sqlite, Cancel).PlanAsync(account.Name);

        (await Host.Effects.CountAsync(account, Cancel)).ShouldBeEmpty();
        (await Host.Accounts.FindAsync(account, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_waiting_writer_holds_no_thread()
    {
        var account = await Host.ConnectAsync();
        Task<int> waiting;
        await using (await Host.Database.Writers.OpenConnectionAsync(Cancel))
        {
            // Returns although the turn is taken: the wait is an await.
            waiting = Host.Effects.PlanAsync(account, 1, [Rows.Move("o1")], Cancel);
            waiting.IsCompleted.ShouldBeFalse();
        }

        (await waiting).ShouldBe(1);
    }
}

public sealed class CrashOnPostgresTests(PostgresHost host) : CrashTests(host), IClassFixture<PostgresHost>
{
    [Fact]
    public async Task A_connection_killed_in_the_middle_leaves_nothing_and_the_error_is_transient()
    {
        var account = await Host.ConnectAsync();

        var exception = await Should.ThrowAsync<StorageException>(() =>
            Host.Database.WriteAsync(
                async session =>
                {
                    await session.PlanAsync(account.Name);
                    var backend = await session.ScalarAsync<int>("SELECT pg_backend_pid()");
                    await Host.Database.ReadAsync(
                        other => other.ExecuteAsync("SELECT pg_terminate_backend(@backend)", new { backend }),
                        Cancel
                    );
                    await session.ExecuteAsync("SELECT 1");
                },
                Cancel
            )
        );

        exception.IsTransient.ShouldBeTrue();
        (await Host.Effects.CountAsync(account, Cancel)).ShouldBeEmpty();
        (await Host.Effects.PlanAsync(account, 1, [Rows.Move("o1")], Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task An_epoch_taken_while_a_holder_writes_waits_for_its_commit()
    {
        var account = await Host.ConnectAsync();
        Task<long>? taking = null;

        await Host.Database.WriteAsync(
            async session =>
            {
                await Storage.Accounts.AccountGuard.RequireEpochAsync(session, account, 1);
                taking = Host.Accounts.TakeEpochAsync(account, Cancel);
                await session.PlanAsync(account.Name);
                taking.IsCompleted.ShouldBeFalse();
            },
            Cancel
        );

        (await taking.ShouldNotBeNull()).ShouldBe(2);
        (await Host.Effects.CountAsync(account, Cancel)).Count.ShouldBe(1);
    }
}
