using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Replays;

namespace CiivSoft.Grains.Replays;

/// <summary>Keeps nothing: each page is read from our tables and scored when it is asked for.</summary>
[GrainType("replay")]
internal sealed class ReplayGrain(ReplayWork work) : Grain, IReplayGrain
{
    public async Task<ReplayPage> ReadPageAsync(string? after, CancellationToken cancellationToken)
    {
        var key = AccountKey.Parse(this.GetPrimaryKeyString());
        var account = GrainFactory.GetGrain<IAccountGrain>(key.ToString());
        var stages = await account.GetStagesAsync();
        var status = await account.GetStatusAsync();
        return await work.ReadPageAsync(key, stages, status.Settings, after, cancellationToken);
    }
}
