using CiivSoft.Abstractions.Indexing;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Grains.Indexing;

/// <summary>Where a person's vector is. The number of shards is the same for every account, so that it need not be stored.</summary>
internal static class IndexShards
{
    /// <summary>A million people make 250,000 rows a shard, which a search reads in a few milliseconds.</summary>
    public const int Count = 4;

    public static ICandidateIndexGrain ShardOf(this IGrainFactory grains, AccountKey account, string contactId) =>
        grains.Shard(account, IResumeStore.ShardOf(contactId) % Count);

    public static ICandidateIndexGrain Shard(this IGrainFactory grains, AccountKey account, int shard) =>
        grains.GetGrain<ICandidateIndexGrain>(new IndexShardKey(account, shard).ToString());
}
