using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CiivSoft.Dashboard.Api;

/// <summary>Ready means that the database answers soon.</summary>
internal sealed class StorageHealthCheck(IAccountStore accounts) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await accounts.ListAsync(cancellationToken).WaitAsync(Limit, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is StorageException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failure);
        }
    }
}
