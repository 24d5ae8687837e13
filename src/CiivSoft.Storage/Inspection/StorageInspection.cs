using System.Data.Common;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Migrations;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CiivSoft.Storage.Inspection;

/// <summary>What a database and its keys look like from outside. Reads only: makes no file, no key, no table.</summary>
public sealed record StorageInspection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Whether there is a database: the SQLite file, or a PostgreSQL server that answers.</summary>
    public bool IsThere { get; private init; }

    /// <summary>Why it cannot be opened or read; null when it can.</summary>
    public string? Failure { get; private init; }

    /// <summary>What SQLite's quick check found; null when nothing is wrong, or on PostgreSQL.</summary>
    public string? Damage { get; private init; }

    /// <summary>Migrations that the database went; 0 for an empty one.</summary>
    public int SchemaVersion { get; private init; }

    /// <summary>Migrations that this program has.</summary>
    public int NewestSchema { get; private init; }

    /// <summary>A migration of the database that is not this program's, by name; null when all are.</summary>
    public string? ForeignMigration { get; private init; }

    /// <summary>The ring of keys that the database was made with; null for an empty one.</summary>
    public string? RingOfDatabase { get; private init; }

    /// <summary>The ring of keys that is here; null when there is none or it cannot be read.</summary>
    public string? Ring { get; private init; }

    /// <summary>Why the keys cannot be read; null when they can, or when there are none.</summary>
    public string? RingFailure { get; private init; }

    /// <summary>The major version of PostgreSQL; null on SQLite.</summary>
    public int? PostgresVersion { get; private init; }

    /// <summary>PostgreSQL's clock; null on SQLite.</summary>
    public DateTimeOffset? PostgresClock { get; private init; }

    /// <summary>Tables whose rows the role may not read and write, on PostgreSQL.</summary>
    public IReadOnlyList<string> ForbiddenTables { get; private init; } = [];

    /// <summary>Looks at the database and the keys that the options name.</summary>
    public static async Task<StorageInspection> LookAsync(StorageOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (ring, ringFailure) = ReadRing(options);
        var dialect = options.IsPostgres ? Dialect.Postgres : Dialect.Sqlite;
        var steps = Migration.All(dialect.Name);
        var empty = new StorageInspection
        {
            Ring = ring,
            RingFailure = ringFailure,
            NewestSchema = steps.Count,
        };
        if (!options.IsPostgres && !File.Exists(options.SqliteFile))
        {
            return empty;
        }

        try
        {
            await using var connection = Open(options);
            await connection.OpenAsync(cancellationToken);
            var seen = connection is NpgsqlConnection postgres
                ? await ReadPostgresAsync(empty, postgres, cancellationToken)
                : empty with
                {
                    Damage = await CheckAsync(connection, cancellationToken),
                };
            return seen.ForbiddenTables.Count > 0
                ? seen with
                {
                    IsThere = true,
                }
                : await ReadAsync(seen, connection, dialect, steps, cancellationToken);
        }
        catch (Exception failure) when (failure is DbException or ArgumentException or TimeoutException or IOException)
        {
            return empty with { IsThere = !options.IsPostgres, Failure = Words(failure) };
        }
    }

    private static DbConnection Open(StorageOptions options)
    {
        if (options.IsPostgres)
        {
            var server = new NpgsqlConnectionStringBuilder(options.Postgres)
            {
                Pooling = false,
                Timeout = (int)Patience.TotalSeconds,
                CommandTimeout = (int)Patience.TotalSeconds,
            };
            return new NpgsqlConnection(server.ConnectionString);
        }

        var file = new SqliteConnectionStringBuilder
        {
            DataSource = options.SqliteFile,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = (int)Patience.TotalSeconds,
        };
        return new SqliteConnection(file.ConnectionString);
    }

    private static async Task<StorageInspection> ReadAsync(
        StorageInspection seen,
        DbConnection connection,
        Dialect dialect,
        IReadOnlyList<Migration> steps,
        CancellationToken cancellationToken
    )
    {
        seen = seen with { IsThere = true };
        if (!await dialect.HasTableAsync(connection, "schema_migration", cancellationToken))
        {
            return seen;
        }

        var applied = (
            await connection.QueryAsync<(long Version, string Name, string Checksum)>(
                "SELECT version, name, checksum FROM schema_migration ORDER BY version"
            )
        ).AsList();
        var foreign = applied.Zip(steps).FirstOrDefault(pair => pair.First.Checksum != pair.Second.Checksum);
        return seen with
        {
            SchemaVersion = applied.Count,
            ForeignMigration = foreign.First.Name,
            RingOfDatabase = await dialect.HasTableAsync(connection, "setting", cancellationToken)
                ? await connection.ExecuteScalarAsync<string?>("SELECT value FROM setting WHERE name = 'key-ring'")
                : null,
        };
    }

    private static async Task<StorageInspection> ReadPostgresAsync(
        StorageInspection seen,
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        const string Forbidden = """
            SELECT tablename FROM pg_tables
            WHERE schemaname = 'public' AND tablename IN ('schema_migration', 'setting', 'account', 'decision', 'effect', 'contact', 'posting')
                AND NOT (has_table_privilege(quote_ident(tablename), 'SELECT')
                    AND (tablename = 'schema_migration' OR has_table_privilege(quote_ident(tablename), 'INSERT')))
            ORDER BY tablename
            """;
        var clock = new CommandDefinition("SELECT clock_timestamp()", cancellationToken: cancellationToken);
        var forbidden = new CommandDefinition(Forbidden, cancellationToken: cancellationToken);
        return seen with
        {
            PostgresVersion = connection.PostgreSqlVersion.Major,
            PostgresClock = new DateTimeOffset(await connection.ExecuteScalarAsync<DateTime>(clock)),
            ForbiddenTables = (await connection.QueryAsync<string>(forbidden)).AsList(),
        };
    }

    private static async Task<string?> CheckAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var check = new CommandDefinition("PRAGMA quick_check(1)", cancellationToken: cancellationToken);
        var found = await connection.ExecuteScalarAsync<string>(check);
        return found == "ok" ? null : found;
    }

    // Opening the ring the usual way would make a key where there is none.
    private static (string? Ring, string? Failure) ReadRing(StorageOptions options)
    {
        var folder = options.EffectiveKeyFolder;
        var isSet = !string.IsNullOrWhiteSpace(options.Keys);
        try
        {
            return isSet || (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.key").Any())
                ? (KeyRingFiles.Open(options).Fingerprint, null)
                : (null, null);
        }
        catch (Exception failure) when (failure is StorageException or IOException or UnauthorizedAccessException)
        {
            return (null, failure.Message);
        }
    }

    // Of PostgreSQL's own refusals the short text: details may hold values.
    private static string Words(Exception failure) =>
        failure switch
        {
            PostgresException refused => refused.MessageText,
            NpgsqlException { InnerException: { } inner } => inner.Message,
            _ => failure.Message,
        };
}
