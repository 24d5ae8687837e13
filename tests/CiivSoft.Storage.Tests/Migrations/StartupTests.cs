using System.Data.Common;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Migrations;
using CiivSoft.Storage.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Storage.Tests.Migrations;

public abstract class StartupTests(StorageHost host) : StorageTests(host)
{
    private Dialect Dialect => Host.Database.Dialect;

    private IReadOnlyList<Migration> Steps => Migration.All(Dialect.Name);

    [Fact]
    public async Task A_prepared_database_needs_nothing_more()
    {
        (await Host.Get<StorageStartup>().MigrateAsync(Cancel)).ShouldBe(0);
        await Host.Get<StorageStartup>().CheckAsync(Cancel);
        await Host.Get<StorageStartup>().PrepareAsync(Cancel);
    }

    [Fact]
    public async Task Silos_that_start_together_migrate_once()
    {
        var steps = Steps.Append(new Migration(Steps.Count + 1, "0099_more", "CREATE TABLE more (a integer)")).ToList();

        var applied = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => new Migrator(Dialect, steps, Host.Clock).MigrateAsync(Host.Database.Writers, null, Cancel))
        );

        applied.Sum().ShouldBe(1);
        await WithoutStepAsync(steps.Count, "DROP TABLE more");
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_behind()
    {
        var broken = new Migration(
            Steps.Count + 1,
            "0099_broken",
            "CREATE TABLE half (a integer); SELECT * FROM nowhere"
        );
        var migrator = new Migrator(Dialect, [.. Steps, broken], Host.Clock);

        await Should.ThrowAsync<DbException>(() => migrator.MigrateAsync(Host.Database.Writers, null, Cancel));

        await using var connection = await Host.Database.Writers.OpenConnectionAsync(Cancel);
        (await Dialect.HasTableAsync(connection, "half", Cancel)).ShouldBeFalse();
        (await Dialect.HasTableAsync(connection, "effect", Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_database_of_a_newer_release_is_refused_with_the_remedy()
    {
        var older = new Migrator(Dialect, [Steps[0]], Host.Clock);

        var check = await Should.ThrowAsync<StorageException>(() => older.CheckAsync(Host.Database.Readers, Cancel));
        var migrate = await Should.ThrowAsync<StorageException>(() =>
            older.MigrateAsync(Host.Database.Writers, null, Cancel)
        );

        check.Message.ShouldContain("newer release");
        check.Message.ShouldContain("restore a backup");
        migrate.Message.ShouldBe(check.Message);
    }

    [Fact]
    public async Task A_database_that_is_behind_is_refused_by_a_program_that_only_looks()
    {
        var newer = new Migrator(Dialect, [.. Steps, new Migration(99, "0099_new", "")], Host.Clock);

        var exception = await Should.ThrowAsync<StorageException>(() =>
            newer.CheckAsync(Host.Database.Readers, Cancel)
        );

        exception.Message.ShouldContain($"1 of {Steps.Count + 1} migrations behind");
    }

    [Fact]
    public async Task An_edited_migration_is_noticed()
    {
        var edited = new Migrator(Dialect, [Steps[0] with { Sql = "SELECT 1" }, .. Steps.Skip(1)], Host.Clock);

        var exception = await Should.ThrowAsync<StorageException>(() =>
            edited.CheckAsync(Host.Database.Readers, Cancel)
        );

        exception.Message.ShouldContain("0001_orleans");
    }

    [Fact]
    public async Task A_lost_key_ring_is_noticed_before_it_does_harm()
    {
        var options = Host.Options;
        await using var services = Host.Build(
            new StorageOptions
            {
                DataFolder = options.DataFolder,
                Postgres = options.Postgres,
                Keys = "1:" + Convert.ToBase64String(new byte[32]),
            }
        );

        var exception = await Should.ThrowAsync<StorageException>(() =>
            services.GetRequiredService<StorageStartup>().CheckAsync(Cancel)
        );

        exception.Message.ShouldContain("key ring");
        exception.Message.ShouldContain("Put the first key");
    }

    [Fact]
    public void Both_dialects_have_the_same_steps()
    {
        Migration.All("sqlite").Select(step => step.Name).ShouldBe(Migration.All("postgres").Select(step => step.Name));
    }

    private async Task WithoutStepAsync(int version, string undo) =>
        await Host.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM schema_migration WHERE version = @version", new { version });
                await session.ExecuteAsync(undo);
            },
            Cancel
        );
}

public sealed class StartupOnSqliteTests(SqliteHost host) : StartupTests(host), IClassFixture<SqliteHost>
{
    [Fact]
    public async Task A_second_silo_on_the_same_folder_is_refused()
    {
        await using var second = Host.Build(Host.Options);

        var exception = await Should.ThrowAsync<StorageException>(() =>
            second.GetRequiredService<StorageStartup>().PrepareAsync(Cancel)
        );

        exception.Message.ShouldContain("in use by another silo");
    }

    [Fact]
    public async Task A_program_that_only_looks_makes_no_database_where_there_is_none()
    {
        var empty = Directory.CreateTempSubdirectory("ciivsoft-empty-");
        try
        {
            await using var services = Host.Build(new StorageOptions { DataFolder = empty.FullName });

            var exception = await Should.ThrowAsync<StorageException>(() =>
                services.GetRequiredService<StorageStartup>().CheckAsync(Cancel)
            );

            exception.Message.ShouldContain("There is no database");
            empty.GetFileSystemInfos().ShouldBeEmpty();
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    [Fact]
    public void Only_the_owner_may_read_the_database()
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(Host.Folder, "ciivsoft.db*"))
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
            }
        }
    }
}

public sealed class StartupOnPostgresTests(PostgresHost host, PostgresServer server)
    : StartupTests(host),
        IClassFixture<PostgresHost>
{
    [Fact]
    public async Task A_role_without_rights_works_when_the_owner_migrates()
    {
        var owner = await server.CreateDatabaseAsync();
        await using (var source = Npgsql.NpgsqlDataSource.Create(owner))
        {
            await using var create = source.CreateCommand("CREATE ROLE \"run-time\" LOGIN");
            await create.ExecuteNonQueryAsync(Cancel);
        }

        var options = new StorageOptions
        {
            DataFolder = Host.Folder,
            Postgres = new Npgsql.NpgsqlConnectionStringBuilder(owner) { Username = "run-time" }.ConnectionString,
            PostgresOwner = owner,
        };
        await using var services = Host.Build(options);
        await services.GetRequiredService<StorageStartup>().PrepareAsync(Cancel);
        var accounts = services.GetRequiredService<Storage.Accounts.IAccountStore>();
        var account = new Abstractions.Keys.AccountKey("acme");
        await accounts.SaveAsync(account, new Uri("http://127.0.0.1/v1"), "u", "k", Now, Cancel);

        (await accounts.TakeEpochAsync(account, Cancel)).ShouldBe(1);
        await services.GetRequiredService<Storage.Work.IWorkStore>().AddAsync(account, [Rows.Work("c")], Cancel);
        foreach (var forbidden in Forbidden)
        {
            var refused = await Should.ThrowAsync<StorageException>(() =>
                services.GetRequiredService<Database>().WriteAsync(session => session.ExecuteAsync(forbidden), Cancel)
            );
            refused.InnerException.ShouldBeOfType<Npgsql.PostgresException>(forbidden).SqlState.ShouldBe("42501");
        }
    }

    // 42501 is insufficient_privilege.
    private static readonly string[] Forbidden =
    [
        "CREATE TABLE mine (a integer)",
        "CREATE SCHEMA mine",
        "CREATE INDEX mine ON effect (state)",
        "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "DROP TABLE effect",
        "DROP INDEX effect_due",
        "DROP SCHEMA public CASCADE",
        "ALTER TABLE effect DROP COLUMN state",
        "TRUNCATE effect",
        "UPDATE OrleansQuery SET QueryText = ''",
        "DELETE FROM schema_migration",
    ];
}
