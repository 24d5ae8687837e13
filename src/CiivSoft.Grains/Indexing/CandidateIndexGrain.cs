using System.Collections.Immutable;
using CiivSoft.Abstractions.Indexing;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Matching;
using CiivSoft.Matching.Vectors;
using CiivSoft.Storage.Resumes;
using Orleans.Placement;

namespace CiivSoft.Grains.Indexing;

/// <summary>A shard of the candidate index. Everything in it can be loaded again from storage, so it keeps no state of its own.</summary>
// By hash: shards of an account spread over the silos, and none is put where it happens to be asked for first.
[HashBasedPlacement]
[GrainType("candidateindex")]
internal sealed class CandidateIndexGrain(
    IResumeStore resumes,
    IMatchingEngine engine,
    VectorRebuild rebuild,
    AccountGauges gauges
) : Grain, ICandidateIndexGrain
{
    // Searches and new people go between two steps.
    private static readonly TimeSpan RebuildPause = TimeSpan.FromMilliseconds(100);
    private IGrainTimer? _rebuilding;
    private VectorShard _shard = new(engine.VectorDimensions);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = IndexShardKey.Parse(this.GetPrimaryKeyString());
        var shard = new VectorShard(engine.VectorDimensions);
        var vectors = resumes.StreamVectorsAsync(
            key.Account,
            engine.ModelVersion,
            key.Shard,
            IndexShards.Count,
            cancellationToken
        );
        await foreach (var vector in vectors)
        {
            shard.Set(vector.ContactId, QuantizedVector.Quantize(vector.Values.Span));
        }

        _shard = shard;
        if (await rebuild.IsNeededAsync(key, cancellationToken))
        {
            _rebuilding = this.RegisterGrainTimer(
                RebuildAsync,
                new GrainTimerCreationOptions(RebuildPause, RebuildPause) { KeepAlive = true }
            );
        }

        TellGauges();
        await base.OnActivateAsync(cancellationToken);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        gauges.ForgetShard(this.GetPrimaryKeyString());
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public Task<IndexAnswer> SearchAsync(IndexQuery query, CancellationToken cancellationToken)
    {
        var hits = _shard.Search(QuantizedVector.Quantize(query.Vector.AsSpan()), query.Count);
        return Task.FromResult(new IndexAnswer([.. hits.Select(h => new IndexHit(h.Id, h.Score))], _shard.Count));
    }

    public Task PutAsync(string contactId, ImmutableArray<float> vector)
    {
        _shard.Set(contactId, QuantizedVector.Quantize(vector.AsSpan()));
        TellGauges();
        return Task.CompletedTask;
    }

    public Task RemoveAsync(ImmutableArray<string> contactIds, CancellationToken cancellationToken)
    {
        foreach (var contactId in contactIds)
        {
            _shard.Remove(contactId);
        }

        TellGauges();

        return Task.CompletedTask;
    }

    public Task<int> GetCountAsync() => Task.FromResult(_shard.Count);

    // A step that fails is logged by the runtime and tried again at the next tick.
    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var key = IndexShardKey.Parse(this.GetPrimaryKeyString());
        var vectors = await rebuild.NextAsync(key, cancellationToken);
        foreach (var vector in vectors)
        {
            _shard.Set(vector.ContactId, QuantizedVector.Quantize(vector.Values.Span));
        }

        TellGauges();
        if (vectors.Count == 0)
        {
            _rebuilding?.Dispose();
            _rebuilding = null;
        }
    }

    private void TellGauges() => gauges.Report(this.GetPrimaryKeyString(), _shard.Count);
}
