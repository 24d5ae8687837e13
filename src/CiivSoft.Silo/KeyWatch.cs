using CiivSoft.Storage;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Silo;

/// <summary>
/// Follows the encryption key in use, so that a rotation needs no restart; where pages are served it also seals anew what
/// older keys sealed. Two that do so at once do no harm.
/// </summary>
internal sealed partial class KeyWatch(
    EncryptionKeys keys,
    SiloSettings settings,
    TimeProvider clock,
    ILogger<KeyWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

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
            // The process stops; what is left to seal is sealed after the next start.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keys.RefreshAsync(cancellationToken);
            while (settings.ServesPages && await keys.ResealAsync(cancellationToken))
            {
                // Step by step: each is a transaction of its own, and writers come in between.
            }
        }
        catch (StorageException failure)
        {
            LogNotDone(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The encryption key in use could not be followed; it is tried again in seconds")]
    private partial void LogNotDone(Exception failure);
}
