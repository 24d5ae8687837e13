using System.Data.Common;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Migrations;

namespace CiivSoft.Storage;

/// <summary>Makes the storage ready. Call <see cref="PrepareAsync"/> before the silo starts: Orleans reads its SQL from it.</summary>
public sealed class StorageStartup : IDisposable
{
    private readonly StorageOptions _options;
    private readonly Database _database;
    private readonly Lazy<KeyRing> _ring;
    private readonly Lazy<EncryptionKeys> _keys;
    private readonly Migrator _migrator;
    private FileStream? _folderLock;

    internal StorageStartup(
        StorageOptions options,
        Database database,
        Lazy<KeyRing> ring,
        Lazy<EncryptionKeys> keys,
        TimeProvider clock
    )
    {
        _keys = keys;
        _options = options;
        _database = database;
        _ring = ring;
        _migrator = new Migrator(database.Dialect, Migration.All(database.Dialect.Name), clock);
    }

    /// <summary>The number of this release's newest migration.</summary>
    public int SchemaVersion => _migrator.Newest;

    /// <summary>
    /// For a silo: makes the folder, takes it for this process (SQLite), migrates when the options allow it, and checks
    /// schema and keys. A second call does nothing new.
    /// </summary>
    /// <exception cref="StorageException">Something stands in the way; the message says what and how to remove it.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!_options.IsPostgres)
        {
            PrivateFiles.EnsureFolder(Path.GetFullPath(_options.DataFolder));
            _folderLock ??= LockFolder(Path.GetFullPath(_options.DataFolder));
            PrivateFiles.EnsureFile(_options.SqliteFile);
        }

        if (_options.MigrateAtStart)
        {
            await MigrateAsync(cancellationToken);
        }

        await CheckAsync(cancellationToken);
    }

    /// <summary>Migrates and nothing else: a deployment step of its own. Returns how many steps were applied.</summary>
    /// <exception cref="StorageException">The database belongs to a newer release, or cannot be reached.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_options.IsPostgres || string.IsNullOrWhiteSpace(_options.PostgresOwner))
            {
                return await _migrator.MigrateAsync(_database.Writers, grantTo: null, cancellationToken);
            }

            await using var owner = DatabaseFactory.Postgres(_options.PostgresOwner);
            return await _migrator.MigrateAsync(owner, DatabaseFactory.UserOf(_options), cancellationToken);
        }
        catch (DbException exception)
        {
            throw _database.Translate(exception, "Migrating");
        }
    }

    /// <summary>
    /// For a program that only looks: checks that the database is there, has this release's schema and belongs to the
    /// keys; changes nothing.
    /// </summary>
    /// <exception cref="StorageException">It cannot be used; the message says why.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!_options.IsPostgres && !File.Exists(_options.SqliteFile))
        {
            throw new StorageException(
                $"There is no database {_options.SqliteFile}. Is the data folder the right one?"
            );
        }

        try
        {
            await _migrator.CheckAsync(_database.Readers, cancellationToken);
        }
        catch (DbException exception)
        {
            throw _database.Translate(exception, "Checking the schema");
        }

        await CheckRingAsync(cancellationToken);
        await _keys.Value.RefreshAsync(cancellationToken);
    }

    /// <summary>Gives the data folder back.</summary>
    public void Dispose() => _folderLock?.Dispose();

    /// <summary>
    /// A new ring made by mistake beside an old database would read nothing and would change every note's Ref, which
    /// doubles notes. So the database remembers which ring it belongs to.
    /// </summary>
    private async Task CheckRingAsync(CancellationToken cancellationToken)
    {
        const string Read = "SELECT value FROM setting WHERE name = 'key-ring'";
        var ours = _ring.Value.Fingerprint;
        var known = await _database.ReadAsync(session => session.ScalarAsync<string>(Read), cancellationToken);
        known ??= await _database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "INSERT INTO setting (name, value) VALUES ('key-ring', @ours) ON CONFLICT DO NOTHING",
                    new { ours }
                );
                return await session.ScalarAsync<string>(Read);
            },
            cancellationToken
        );
        if (!string.Equals(known, ours, StringComparison.Ordinal))
        {
            throw new StorageException(
                $"The database was made with key ring {known}, the keys in {WhereKeys()} are ring {ours}. Put the first key "
                    + "back: without it neither API keys nor résumé texts can be read, and notes would be doubled."
            );
        }
    }

    private string WhereKeys() =>
        string.IsNullOrWhiteSpace(_options.Keys) ? _options.EffectiveKeyFolder : "the setting Keys";

    private static FileStream LockFolder(string folder)
    {
        var path = Path.Combine(folder, "silo.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new StorageException(
                $"The data folder {folder} is in use by another silo ({path} is locked). Stop it, or choose another folder; "
                    + "several silos need PostgreSQL.",
                exception,
                isTransient: false
            );
        }
    }
}
