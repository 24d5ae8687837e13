using System.Data;
using System.Data.Common;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Migrations;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CiivSoft.Simulation.Storage;

/// <summary>
/// The real stores' database: SQLite in memory, with this release's schema. One for a thread, emptied for each seed. What was
/// committed stays when a silo dies; a transaction is over within one event, so that none is ever left half done.
/// </summary>
internal sealed class MemoryDatabase : IDisposable
{
    private readonly LastingConnection _connection;
    private readonly StorageMetrics _metrics = new();
    private readonly string _emptying;

    static MemoryDatabase()
    {
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        // Nobody asks how much memory it takes, and counting it is a lock that all threads share.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public MemoryDatabase()
    {
        RowMapping.Register();
        _connection = new LastingConnection();
        _connection.OpenForGood();
#pragma warning disable CA2000 // It has nothing to dispose of.
        var source = new OneConnection(_connection);
#pragma warning restore CA2000
        Database = new Database(Dialect.Sqlite, source, source, _metrics);
        var migration = new Migrator(Dialect.Sqlite, Migration.All("sqlite"), TimeProvider.System).MigrateAsync(
            source,
            grantTo: null,
            CancellationToken.None
        );
        if (!migration.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The schema could not be made.", migration.Exception);
        }

        _emptying = string.Concat(EmptyTables().Select(table => $"DELETE FROM \"{table}\";"));
    }

    public Database Database { get; }

    /// <summary>For the judge: asks without any fault.</summary>
    public DbConnection Connection => _connection;

    /// <summary>What the migrations wrote stays; numbering begins anew.</summary>
    public void Empty() => _connection.Execute(_emptying);

    public void Dispose()
    {
        _connection.CloseForGood();
        _metrics.Dispose();
    }

    // Tables that a migration fills keep what is in them.
    private List<string> EmptyTables() =>
        [
            .. _connection
                .Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                .Where(table => _connection.ExecuteScalar<long>($"SELECT count(*) FROM \"{table}\"") == 0)
                .Append("sqlite_sequence"),
        ];

    private sealed class OneConnection(LastingConnection connection) : DbDataSource
    {
        public override string ConnectionString => connection.ConnectionString;

        protected override DbConnection CreateDbConnection() => connection;
    }

    /// <summary>Closing it would lose the database, so only its owner can. It keeps what it prepared.</summary>
    private sealed class LastingConnection : SqliteConnection
    {
        // SQLITE_DBCONFIG_ENABLE_QPSG, https://www.sqlite.org/c3ref/c_dbconfig_defensive.html
        private const int EnableStablePlans = 1007;

#pragma warning disable CA2213 // CloseForGood disposes of it.
        private readonly KeptStatements _statements;
#pragma warning restore CA2213

        public LastingConnection()
            : base("Data Source=:memory:") => _statements = new KeptStatements(this);

        public void OpenForGood()
        {
            base.Open();
            // Else SQLite plans a kept statement anew for each value that a partial index could stand on.
            _ = raw.sqlite3_db_config(Handle, EnableStablePlans, 1, out _);
        }

        public void CloseForGood()
        {
            _statements.Dispose();
            base.Dispose(disposing: true);
        }

        public override void Open() { }

        public override void Close() { }

        protected override DbCommand CreateDbCommand() => new KeptCommand(this, _statements);

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new KeptTransaction(this);

#pragma warning disable CA2215 // As said above; CloseForGood disposes.
        protected override void Dispose(bool disposing) { }
#pragma warning restore CA2215
    }
}
