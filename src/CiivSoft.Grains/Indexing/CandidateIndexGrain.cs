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
internal sealed class CandidateIndexGrain(IResumeStore resumes, IMatchingEngine engine, AccountGauges gauges)
    : Grain,
        ICandidateIndexGrain
{
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

    private void TellGauges() => gauges.Report(this.GetPrimaryKeyString(), _shard.Count);
}
