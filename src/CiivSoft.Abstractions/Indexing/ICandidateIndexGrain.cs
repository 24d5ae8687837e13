using System.Collections.Immutable;
using Orleans.Concurrency;

namespace CiivSoft.Abstractions.Indexing;

/// <summary>
/// One shard of an account's candidates: their int8 vectors in memory, loaded from storage when it is first asked.
/// Keyed by <see cref="Keys.IndexShardKey"/>.
/// </summary>
[GrainInterfaceType("candidateindex")]
[Alias("ciivsoft.ICandidateIndexGrain")]
public interface ICandidateIndexGrain : IGrainWithStringKey
{
    /// <summary>The nearest people of this shard, best first, exact up to int8 rounding.</summary>
    [Alias("SearchAsync")]
    [ResponseTimeout("00:01:00")]
    Task<IndexAnswer> SearchAsync(IndexQuery query, CancellationToken cancellationToken);

    /// <summary>Adds or replaces a person's vector.</summary>
    [Alias("PutAsync")]
    [OneWay]
    Task PutAsync(string contactId, ImmutableArray<float> vector);

    /// <summary>Forgets people; unknown ones are ignored.</summary>
    [Alias("RemoveAsync")]
    Task RemoveAsync(ImmutableArray<string> contactIds, CancellationToken cancellationToken);

    /// <summary>How many people the shard holds. Reads only.</summary>
    [Alias("GetCountAsync")]
    Task<int> GetCountAsync();
}

/// <summary>A search.</summary>
/// <param name="Vector">Unit length, of the model in force.</param>
/// <param name="Count">How many to return at most.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.IndexQuery")]
public sealed record IndexQuery([property: Id(0)] ImmutableArray<float> Vector, [property: Id(1)] int Count);

/// <summary>What a shard found.</summary>
/// <param name="Hits">Best first; equal scores by contact id.</param>
/// <param name="Searched">How many vectors were compared.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.IndexAnswer")]
public sealed record IndexAnswer([property: Id(0)] ImmutableArray<IndexHit> Hits, [property: Id(1)] int Searched);

/// <summary>A person found.</summary>
/// <param name="ContactId">Lever's contact id.</param>
/// <param name="Similarity">Cosine after int8 rounding.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.IndexHit")]
public readonly record struct IndexHit([property: Id(0)] string ContactId, [property: Id(1)] float Similarity);
