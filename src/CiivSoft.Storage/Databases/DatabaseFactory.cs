using Npgsql;

namespace CiivSoft.Storage.Databases;

/// <summary>Opens the database that the options name.</summary>
internal static class DatabaseFactory
{
#pragma warning disable CA2000 // The database owns its sources and disposes of them.
    public static Database Create(StorageOptions options, StorageMetrics metrics)
    {
        RowMapping.Register();
        if (options.IsPostgres)
        {
            var source = Postgres(options.Postgres!); // IsPostgres says that it is set.
            return new Database(Dialect.Postgres, source, source, metrics);
        }

        return new Database(
            Dialect.Sqlite,
            new SqliteGatedDataSource(options.SqliteFile),
            new SqliteReadOnlyDataSource(options.SqliteFile),
            metrics
        );
    }

#pragma warning restore CA2000

    /// <summary>The role that works with the rows.</summary>
    public static string UserOf(StorageOptions options) =>
        new NpgsqlConnectionStringBuilder(options.Postgres).Username
        ?? throw new StorageException("The PostgreSQL connection string names no user.");

    public static NpgsqlDataSource Postgres(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "ciivsoft" };
        if (builder.MaxAutoPrepare == 0)
        {
            // The stores have about this many statements; preparing saves the server a plan for each row of a batch.
            builder.MaxAutoPrepare = 100;
        }

        return NpgsqlDataSource.Create(builder);
    }
}
