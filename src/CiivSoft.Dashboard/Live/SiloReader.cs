using System.Collections.Immutable;

namespace CiivSoft.Dashboard.Live;

/// <summary>The silos, as the cluster's management grain tells.</summary>
internal sealed class SiloReader(IGrainFactory grains)
{
    private const int Megabyte = 1024 * 1024;

    public async Task<ImmutableArray<SiloLine>> ReadAsync()
    {
        var management = grains.GetGrain<IManagementGrain>(0);
        var hosts = (await management.GetDetailedHosts(onlyActive: false))
            .Where(h => h.Status != SiloStatus.Dead)
            .OrderBy(h => h.SiloAddress.ToParsableString(), StringComparer.Ordinal)
            .ToList();
        var active = hosts.Where(h => h.Status == SiloStatus.Active).Select(h => h.SiloAddress).ToArray();
        var statistics = await management.GetRuntimeStatistics(active);
        var byAddress = active.Zip(statistics).ToDictionary(pair => pair.First, pair => pair.Second);
        return
        [
            .. hosts.Select(h =>
            {
                var known = byAddress.GetValueOrDefault(h.SiloAddress);
                return new SiloLine(
                    h.SiloAddress.Endpoint.ToString(),
                    h.SiloName,
                    h.Status.ToString(),
                    h.StartTime == default ? null : new DateTimeOffset(h.StartTime, TimeSpan.Zero),
                    known?.ActivationCount,
                    known is null ? null : known.EnvironmentStatistics.RawMemoryUsageBytes / Megabyte
                );
            }),
        ];
    }
}
