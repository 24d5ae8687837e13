using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Storage.Databases;

/// <summary>Hands out connections that write, one open at a time.</summary>
internal sealed class SqliteGatedDataSource(string file) : DbDataSource
{
    // NORMAL: a power loss may take the newest commits away, never those before a durable one (docs/decisions/storage.md);
    // kill -9 takes none. secure_delete: what is erased leaves no bytes behind.
    // The limit keeps a write-ahead log that a burst made large from staying so.
    private const string Pragmas =
        "PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864; PRAGMA foreign_keys=ON;";

    private readonly SemaphoreSlim _gate = new(1, 1);

    public override string ConnectionString { get; } =
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString;

    protected override DbConnection CreateDbConnection() => new GatedSqliteConnection(ConnectionString, _gate, Pragmas);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            SqlitePools.Clear(ConnectionString);
            _gate.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Hands out connections that only read; in WAL mode they neither wait for the writer nor hinder it.</summary>
internal sealed class SqliteReadOnlyDataSource(string file) : DbDataSource
{
    public override string ConnectionString { get; } =
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            DefaultTimeout = 30,
        }.ConnectionString;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            SqlitePools.Clear(ConnectionString);
        }

        base.Dispose(disposing);
    }
}

internal static class SqlitePools
{
    /// <summary>Closes the idle connections, so that the files can be moved or deleted.</summary>
    public static void Clear(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
