using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CiivSoft.Silo.Membership;

/// <summary>A client is ready when a silo answers it.</summary>
internal sealed class ClusterClientHealthCheck(IGrainFactory grains) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var active = await grains
                .GetGrain<IManagementGrain>(0)
                .GetHosts(onlyActive: true, cancellationToken)
                .WaitAsync(Limit, cancellationToken);
            return active.Count > 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The cluster has no active silo.");
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            return HealthCheckResult.Unhealthy("No silo answers.", failure);
        }
    }
}
