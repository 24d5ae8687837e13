using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage;

/// <summary>What an operator may do with the storage now and then.</summary>
public sealed class StorageMaintenance
{
    private readonly StorageOptions _options;
    private readonly Database _database;

    internal StorageMaintenance(StorageOptions options, Database database)
    {
        _options = options;
        _database = database;
    }

    /// <summary>
    /// Rewrites the SQLite file without what was deleted, and gives the room back. In a file above 256 MB the erasure of a
    /// person leaves pieces of ciphertext and vectors in rearranged pages until this runs; writers wait meanwhile, about a
    /// second for each 100 MB. Does nothing on PostgreSQL, whose autovacuum does it.
    /// </summary>
    /// <exception cref="StorageException">A reader was in the way, or the disk is full: it needs the file's size once more.</exception>
    public Task CompactAsync(CancellationToken cancellationToken) =>
        _database.ForgetErasedAsync(everything: true, cancellationToken);

    /// <summary>
    /// Adds a key to the key folder and returns its number. From the next start on it encrypts; older values stay readable
    /// and are re-encrypted when they are next written. No note's Ref changes.
    /// </summary>
    /// <exception cref="StorageException">The keys come from a setting, so the new one must be added there.</exception>
    public int RotateKey() =>
        string.IsNullOrWhiteSpace(_options.Keys)
            ? KeyRingFiles.Rotate(_options.EffectiveKeyFolder)
            : throw new StorageException(
                "The keys come from the setting Keys: add the next one there and start again."
            );
}
