using System.Data.Common;
using CiivSoft.Storage.Databases;
using Dapper;

namespace CiivSoft.Storage.Migrations;

/// <summary>Brings a database to this program's schema, or says why it cannot be used.</summary>
internal sealed class Migrator(Dialect dialect, IReadOnlyList<Migration> steps, TimeProvider clock)
{
    private const string CreateTable = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            version integer NOT NULL PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at bigint NOT NULL
        )
        """;

    public int Newest => steps.Count;

    /// <summary>
    /// Applies what is missing, all in one transaction and under a lock, so that of several silos that start together one
    /// migrates and the others find it done. Returns how many steps were applied.
    /// </summary>
    public async Task<int> MigrateAsync(DbDataSource source, string? grantTo, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await dialect.PrepareForMigrationAsync(connection, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await dialect.LockMigrationsAsync(connection, transaction, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(CreateTable, transaction: transaction));
        var pending = Pending(await AppliedAsync(connection, transaction));
        foreach (var step in pending)
        {
            await connection.ExecuteAsync(new CommandDefinition(step.Sql, transaction: transaction));
            await connection.ExecuteAsync(
                "INSERT INTO schema_migration (version, name, checksum, applied_at) VALUES (@Version, @Name, @Checksum, @At)",
                new
                {
                    step.Version,
                    step.Name,
                    step.Checksum,
                    At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                },
                transaction
            );
        }

        if (grantTo is not null)
        {
            await dialect.GrantAsync(connection, transaction, grantTo, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return pending.Count;
    }

    /// <summary>Does nothing for a database that is at this program's schema.</summary>
    /// <exception cref="StorageException">It is not; the message says what to do.</exception>
    public async Task CheckAsync(DbDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var behind = await dialect.HasTableAsync(connection, "schema_migration", cancellationToken)
            ? Pending(await AppliedAsync(connection, transaction: null)).Count
            : steps.Count;
        if (behind > 0)
        {
            throw new StorageException(
                $"The database's schema is {behind} of {steps.Count} migrations behind this release. Start a silo with "
                    + "MigrateAtStart on, or run the migration step, and try again."
            );
        }
    }

    private static async Task<List<AppliedStep>> AppliedAsync(DbConnection connection, DbTransaction? transaction) =>
        (
            await connection.QueryAsync<AppliedStep>(
                "SELECT version, name, checksum FROM schema_migration ORDER BY version",
                transaction: transaction
            )
        ).AsList();

    private List<Migration> Pending(List<AppliedStep> applied)
    {
        if (applied.Count > steps.Count)
        {
            throw new StorageException(
                $"The database has schema {applied[^1].Version} ({applied[^1].Name}), this release knows up to {steps.Count}: "
                    + "a newer release has been at work. Start that release, or restore a backup from before it."
            );
        }

        for (var i = 0; i < applied.Count; i++)
        {
            if (
                applied[i].Version != steps[i].Version
                || !string.Equals(applied[i].Checksum, steps[i].Checksum, StringComparison.Ordinal)
            )
            {
                throw new StorageException(
                    $"Migration {applied[i].Name} of the database differs from {steps[i].Name} of this release: it was made "
                        + "by an unreleased build. Use that build, or begin with an empty database."
                );
            }
        }

        return steps.Skip(applied.Count).ToList();
    }

    private sealed class AppliedStep
    {
        public int Version { get; set; }

        public string Name { get; set; } = "";

        public string Checksum { get; set; } = "";
    }
}
