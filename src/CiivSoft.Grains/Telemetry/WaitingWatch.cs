using CiivSoft.Storage;
using CiivSoft.Storage.Reading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Grains.Telemetry;

/// <summary>Asks the database every quarter of a minute what waits in the accounts of this silo, while somebody reads the metrics.</summary>
internal sealed partial class WaitingWatch(
    AccountGauges gauges,
    GaugeQueries queries,
    TimeProvider clock,
    ILogger<WaitingWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!gauges.AreRead)
        {
            return;
        }

        try
        {
            foreach (var account in gauges.Here)
            {
                gauges.Report(account, await queries.ReadAsync(account, clock.GetUtcNow(), cancellationToken));
            }
        }
        catch (StorageException failure)
        {
            // The last figures stand; the failure itself is counted by the storage.
            LogNotRead(failure);
        }
    }

    [LoggerMessage(LogLevel.Debug, "What waits could not be read for the metrics")]
    private partial void LogNotRead(Exception failure);
}
