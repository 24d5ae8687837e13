using System.Threading.Channels;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Silo.Membership;

/// <summary>
/// Wakes all accounts after a start and whenever another silo ends, so that unfinished work does not wait for a reminder.
/// An account that is awake elsewhere is not moved by it.
/// </summary>
internal sealed partial class AccountWaker(
    IAccountStore accounts,
    IGrainFactory grains,
    ISiloStatusOracle silos,
    ILogger<AccountWaker> logger
) : BackgroundService, ISiloStatusListener
{
    // Several silos that end together are one reason to wake.
    private readonly Channel<bool> _reasons = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead)
        {
            _reasons.Writer.TryWrite(true);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        silos.SubscribeToSiloStatusEvents(this);
        try
        {
            await WakeAllAsync(stoppingToken);
            await foreach (var _ in _reasons.Reader.ReadAllAsync(stoppingToken))
            {
                await WakeAllAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
        finally
        {
            silos.UnSubscribeFromSiloStatusEvents(this);
        }
    }

    private async Task WakeAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var account in await accounts.ListAsync(cancellationToken))
            {
                await WakeAsync(account, cancellationToken);
            }
        }
        catch (StorageException failure)
        {
            LogNotListed(failure);
        }
    }

    private async Task WakeAsync(AccountRecord account, CancellationToken cancellationToken)
    {
        try
        {
            await grains.GetGrain<IAccountGrain>(account.Account.ToString()).WakeAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever one account fails for, such as a key of the ring that is missing, must not hold up the others.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // Its reminder wakes it within a minute.
            LogNotWoken(failure, account.Account.Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Account {Account} could not be woken yet")]
    private partial void LogNotWoken(Exception failure, string account);

    [LoggerMessage(
        LogLevel.Warning,
        "The accounts could not be listed to wake them; their reminders do it within a minute"
    )]
    private partial void LogNotListed(Exception failure);
}
