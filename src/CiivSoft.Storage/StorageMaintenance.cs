using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage;

/// <summary>What an operator may do with the storage now and then.</summary>
public sealed class StorageMaintenance
{
    private readonly Database _database;

    internal StorageMaintenance(Database database) => _database = database;

    /// <summary>
    /// Rewrites the SQLite file without what was deleted, and gives the room back. In a file above 256 MB the erasure of a
    /// person leaves pieces of ciphertext and vectors in rearranged pages until this runs; writers wait meanwhile, about a
    /// second for each 100 MB. Does nothing on PostgreSQL, whose autovacuum does it.
    /// </summary>
    /// <exception cref="StorageException">A reader was in the way, or the disk is full: it needs the file's size once more.</exception>
    public Task CompactAsync(CancellationToken cancellationToken) =>
        _database.ForgetErasedAsync(everything: true, cancellationToken);
}
