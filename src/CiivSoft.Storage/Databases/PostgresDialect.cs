using System.Data.Common;
using Dapper;
using Npgsql;

namespace CiivSoft.Storage.Databases;

internal sealed class PostgresDialect : Dialect
{
    private const long MigrationLock = 0x4369_6976_536F_6674;

    // The first half of the two-part advisory lock of an account's log.
    private const int LogLock = 0x4C6F67;

    public override string Name => "postgres";

    // As strong as the lock that UPDATE takes, so it orders with a change of the epoch; it lets ForAccountStays pass.
    public override string ForAccountAlone => "FOR NO KEY UPDATE";

    // Holds off only a DELETE of the account.
    public override string ForAccountStays => "FOR KEY SHARE";

    // Silos write their sign of life every five seconds; 3 is active. The server's clock judges, whatever the silos' say.
    public override string? IsClusterAlive =>
        """
            SELECT EXISTS (
                SELECT 1 FROM OrleansMembership
                WHERE DeploymentId = @cluster AND Status = 3 AND IAmAliveTime > now() - interval '20 seconds')
            """;

    public override string NextWorkVersion => "SELECT nextval('work_version')";

    public override string In(string column, string parameter) => $"{column} = ANY({parameter})";

    public override object List(IEnumerable<string> values) => values.ToArray();

    public override async Task<IReadOnlyList<object>> RunManyAsync(
        DbConnection connection,
        DbTransaction transaction,
        string sql,
        IReadOnlyCollection<object[]> rows,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            RowBinder.AddParameters(command, sql, row);
            batch.BatchCommands.Add(command);
        }

        var returned = new List<object>();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                returned.Add(reader.GetValue(0));
            }
        } while (await reader.NextResultAsync(cancellationToken));

        return returned;
    }

    public override Task JoinLogAsync(Session session, string account) =>
        session.ExecuteAsync(
            "SELECT pg_advisory_xact_lock_shared(@LogLock, hashtext(@account))",
            new { LogLock, account }
        );

    /// <summary>
    /// One statement: its snapshot gives the highest number seen at its start, then it waits for the writers that are between
    /// their first line and their commit. Whoever took a lower number was one of them, or had finished.
    /// </summary>
    public override Task<long> EndOfLogAsync(Database database, string account, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.ScalarAsync<long>(
                    """
                    SELECT coalesce(max(sequence), 0), pg_advisory_xact_lock(@LogLock, hashtext(@account))
                    FROM activity WHERE account = @account
                    """,
                    new { LogLock, account }
                ),
            cancellationToken
        );

    public override Task MakeDurableAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    // Dead rows are removed by autovacuum; what a backup or an archive of the log holds is the operator's, see the docs.
    public override Task ForgetErasedAsync(
        DbDataSource writers,
        bool everything,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public override Task PrepareForMigrationAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override Task LockMigrationsAsync(
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken cancellationToken
    ) =>
        connection.ExecuteAsync(
            new CommandDefinition(
                "SELECT pg_advisory_xact_lock(@MigrationLock)",
                new { MigrationLock },
                transaction,
                cancellationToken: cancellationToken
            )
        );

    public override async Task<bool> HasTableAsync(
        DbConnection connection,
        string table,
        CancellationToken cancellationToken
    ) => await connection.ExecuteScalarAsync<bool>("SELECT to_regclass(@table) IS NOT NULL", new { table });

    public override async Task GrantAsync(
        DbConnection connection,
        DbTransaction transaction,
        string role,
        CancellationToken cancellationToken
    )
    {
        // GRANT takes no parameters, so the server quotes the name.
        var grants = await connection.ExecuteScalarAsync<string>(
            """
            SELECT format('GRANT USAGE ON SCHEMA %I TO %I;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I;
                GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I;
                REVOKE INSERT, UPDATE, DELETE ON OrleansQuery, schema_migration FROM %I',
                current_schema(), @role, current_schema(), @role, current_schema(), @role, @role)
            """,
            new { role },
            transaction
        );
        await connection.ExecuteAsync(
            new CommandDefinition(grants!, transaction: transaction, cancellationToken: cancellationToken)
        );
    }

    public override bool IsConflict(DbException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    public override bool IsTransient(DbException exception) =>
        exception.IsTransient || exception.SqlState is PostgresErrorCodes.DiskFull;
}
