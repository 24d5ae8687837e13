using System.Data.Common;

namespace CiivSoft.Storage.Databases;

/// <summary>The places where SQLite and PostgreSQL want different words. Everything else is one text for both.</summary>
internal abstract class Dialect
{
    public static Dialect Sqlite { get; } = new SqliteDialect();

    public static Dialect Postgres { get; } = new PostgresDialect();

    /// <summary>The folder of the migrations.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Ends a SELECT of the account's row in a write that must be the only one of its kind: other such writes and a change
    /// of the epoch wait until the commit.
    /// </summary>
    public abstract string ForAccountAlone { get; }

    /// <summary>Ends a SELECT of the account's row in a write that only needs the account to stay until the commit.</summary>
    public abstract string ForAccountStays { get; }

    /// <summary>
    /// Whether a cluster has an active silo that gave a sign of life lately; null where the database knows of no clusters.
    /// </summary>
    public abstract string? IsClusterAlive { get; }

    /// <summary>A number that was never given before.</summary>
    public abstract string NextWorkVersion { get; }

    /// <summary>A condition that a column is one of a list, the list being one parameter made by <see cref="List"/>.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>The value of a list parameter.</summary>
    public abstract object List(IEnumerable<string> values);

    /// <summary>
    /// Runs one statement once for each row, in as few round trips as the database allows. Returns the first column of what
    /// the statement returned, row by row; nothing for a statement without RETURNING.
    /// </summary>
    public abstract Task<IReadOnlyList<object>> RunManyAsync(
        DbConnection connection,
        DbTransaction transaction,
        string sql,
        IReadOnlyCollection<object[]> rows,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Called before rows are added to a log that is read by sequence number. PostgreSQL hands out numbers before the commit,
    /// so a reader might see 8 before 7; see <see cref="EndOfLogAsync"/>.
    /// </summary>
    public abstract Task JoinLogAsync(Session session, string account);

    /// <summary>The number up to which a log is complete: no commit can still add a lower one.</summary>
    public abstract Task<long> EndOfLogAsync(Database database, string account, CancellationToken cancellationToken);

    /// <summary>
    /// Called before a transaction that must outlast a power loss, as long as this connection is open. PostgreSQL's commits
    /// do so anyhow.
    /// </summary>
    public abstract Task MakeDurableAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Called after rows were erased: removes what the database itself still holds of them.</summary>
    public abstract Task ForgetErasedAsync(DbDataSource writers, bool everything, CancellationToken cancellationToken);

    public abstract Task PrepareForMigrationAsync(DbConnection connection, CancellationToken cancellationToken);

    public abstract Task LockMigrationsAsync(
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken cancellationToken
    );

    public abstract Task<bool> HasTableAsync(
        DbConnection connection,
        string table,
        CancellationToken cancellationToken
    );

    /// <summary>Lets a role read and write rows.</summary>
    public abstract Task GrantAsync(
        DbConnection connection,
        DbTransaction transaction,
        string role,
        CancellationToken cancellationToken
    );

    /// <summary>Whether the transaction was rolled back because of a neighbour and may simply be run again.</summary>
    public abstract bool IsConflict(DbException exception);

    /// <summary>Whether the same call may succeed later.</summary>
    public abstract bool IsTransient(DbException exception);
}
