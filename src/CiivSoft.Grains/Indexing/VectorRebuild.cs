using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Candidates;
using CiivSoft.Matching;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Grains.Indexing;

/// <summary>
/// After a release with another model, or a setting that names another embedding, stored vectors cannot be compared any more: makes
/// them anew from the stored texts, without asking Lever for anything.
/// </summary>
internal sealed class VectorRebuild(IResumeStore resumes, IMatchingEngine engine)
{
    // A résumé takes some milliseconds, and searches wait meanwhile.
    private const int AtOnce = 20;

    /// <summary>Whether the shard has vectors of another model.</summary>
    public async Task<bool> IsNeededAsync(IndexShardKey key, CancellationToken cancellationToken) =>
        (await OutdatedAsync(key, 1, cancellationToken)).Count > 0;

    /// <summary>Makes the next few anew and stores them; none when nothing is left to do.</summary>
    public async Task<IReadOnlyList<VectorRecord>> NextAsync(IndexShardKey key, CancellationToken cancellationToken)
    {
        var outdated = await OutdatedAsync(key, AtOnce, cancellationToken);
        var texts = await resumes.LoadAsync(key.Account, outdated, cancellationToken);
        await engine.PrepareAsync([], texts.Select(ResumeReading.SourceOf), cancellationToken);
        var vectors = texts
            .Select(resume => new VectorRecord(
                resume.ContactId,
                engine.ModelVersion,
                engine.ReadResume(ResumeReading.SourceOf(resume)).Vector
            ))
            .ToList();
        await resumes.ReplaceOutdatedAsync(key.Account, vectors, cancellationToken);
        // What was erased meanwhile must not come back into memory.
        return await resumes.LoadVectorsAsync(
            key.Account,
            engine.ModelVersion,
            [.. vectors.Select(v => v.ContactId)],
            cancellationToken
        );
    }

    private Task<IReadOnlyList<string>> OutdatedAsync(
        IndexShardKey key,
        int limit,
        CancellationToken cancellationToken
    ) =>
        resumes.OutdatedAsync(key.Account, engine.ModelVersion, key.Shard, IndexShards.Count, limit, cancellationToken);
}
