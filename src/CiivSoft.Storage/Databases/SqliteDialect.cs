using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Storage.Databases;

internal sealed class SqliteDialect : Dialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int IoError = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    // Rewritten in about two seconds. Larger files are left to StorageMaintenance: writers wait meanwhile.
    private const long SmallFileBytes = 256L * 1024 * 1024;

    public override string Name => "sqlite";

    // There is one writer at a time, so every write is alone.
    public override string ForAccountAlone => "";

    public override string ForAccountStays => "";

    // The folder's lock keeps a second silo away.
    public override string? IsClusterAlive => null;

    public override string NextWorkVersion => "UPDATE work_version SET value = value + 1 RETURNING value";

    public override string In(string column, string parameter) =>
        $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override object List(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    public override async Task<IReadOnlyList<object>> RunManyAsync(
        DbConnection connection,
        DbTransaction transaction,
        string sql,
        IReadOnlyCollection<object[]> rows,
        CancellationToken cancellationToken
    )
    {
        var returned = new List<object>();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        SetText(command, sql);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (command.Parameters.Count == 0)
            {
                RowBinder.AddParameters(command, sql, row);
            }
            else
            {
                RowBinder.SetParameters(command, sql, row);
            }

            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                returned.Add(reader.GetValue(0));
            }
        }

        return returned;
    }

    // Numbers are given in the order of the commits.
    public override Task JoinLogAsync(Session session, string account) => Task.CompletedTask;

    public override Task<long> EndOfLogAsync(Database database, string account, CancellationToken cancellationToken) =>
        Task.FromResult(long.MaxValue);

    public override Task MakeDurableAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync("PRAGMA synchronous=FULL");

    /// <summary>
    /// secure_delete has zeroed what was deleted, but pages that were rearranged may keep copies and the write-ahead log
    /// keeps older pages: rewriting the file removes the one, truncating the log the other.
    /// </summary>
    public override async Task ForgetErasedAsync(
        DbDataSource writers,
        bool everything,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await writers.OpenConnectionAsync(cancellationToken);
        if (everything || await SizeAsync(connection) <= SmallFileBytes)
        {
            await connection.ExecuteAsync("VACUUM");
        }

        var busy = await connection.ExecuteScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)");
        if (busy != 0)
        {
            throw new StorageException(
                "The rows are erased, but a reader kept the write-ahead log from being truncated. Repeat the erasure.",
                new TimeoutException("PRAGMA wal_checkpoint(TRUNCATE) answered busy."),
                isTransient: true
            );
        }
    }

    private static async Task<long> SizeAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long>("PRAGMA page_count")
        * await connection.ExecuteScalarAsync<long>("PRAGMA page_size");

    public override Task PrepareForMigrationAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync("PRAGMA journal_mode=WAL");

    // Microsoft.Data.Sqlite begins every transaction as IMMEDIATE, which is the lock.
    public override Task LockMigrationsAsync(
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public override async Task<bool> HasTableAsync(
        DbConnection connection,
        string table,
        CancellationToken cancellationToken
    ) =>
        await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @table",
            new { table }
        ) > 0;

    public override Task GrantAsync(
        DbConnection connection,
        DbTransaction transaction,
        string role,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("SQLite has no roles.");

    public override bool IsConflict(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked };

    public override bool IsTransient(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked or IoError or Full or CannotOpen };

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA2100",
        Justification = "Statements are constants of the stores; values are parameters."
    )]
    private static void SetText(DbCommand command, string sql) => command.CommandText = sql;
}
