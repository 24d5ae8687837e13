using CiivSoft.Storage.Accounts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CiivSoft.Dashboard.Api;

/// <summary>Ready means that the database answers.</summary>
internal sealed class StorageHealthCheck(IAccountStore accounts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await accounts.ListAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
