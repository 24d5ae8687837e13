using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CiivSoft.Silo.Membership;

/// <summary>Ready means that this silo counts itself among the active ones: one that joins, leaves or was declared dead is not.</summary>
internal sealed class MembershipHealthCheck(ISiloStatusOracle silos) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            silos.CurrentStatus == SiloStatus.Active
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The silo is {silos.CurrentStatus}.")
        );
}
