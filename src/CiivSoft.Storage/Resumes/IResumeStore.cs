using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Resumes;

/// <summary>Résumé texts and vectors. They are written with the candidate's commit.</summary>
public interface IResumeStore
{
    /// <summary>Those of the given people that have a stored résumé.</summary>
    Task<IReadOnlyList<ResumeRecord>> LoadAsync(
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    );

    /// <summary>Those of the given people that have a vector of this model.</summary>
    Task<IReadOnlyList<VectorRecord>> LoadVectorsAsync(
        AccountKey account,
        string modelVersion,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// All vectors of one shard, for loading the index. A person is in shard
    /// <see cref="ShardOf"/>(contact id) modulo <paramref name="shards"/>.
    /// </summary>
    IAsyncEnumerable<VectorRecord> StreamVectorsAsync(
        AccountKey account,
        string modelVersion,
        int shard,
        int shards,
        CancellationToken cancellationToken
    );

    /// <summary>Some people of one shard whose vector another model made, in no particular order.</summary>
    Task<IReadOnlyList<string>> OutdatedAsync(
        AccountKey account,
        string modelVersion,
        int shard,
        int shards,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Puts vectors in the place of those that other models made. Who was erased meanwhile, or has a vector of that model by now,
    /// is left alone.
    /// </summary>
    Task ReplaceOutdatedAsync(
        AccountKey account,
        IReadOnlyCollection<VectorRecord> vectors,
        CancellationToken cancellationToken
    );

    /// <summary>A stable, non-negative hash of a contact id (FNV-1a, 31 bits), the same on every machine.</summary>
    static int ShardOf(string contactId)
    {
        ArgumentNullException.ThrowIfNull(contactId);
        var hash = 2166136261u;
        foreach (var unit in contactId)
        {
            hash = unchecked((hash ^ unit) * 16777619u);
        }

        return (int)(hash & 0x7FFFFFFF);
    }
}
