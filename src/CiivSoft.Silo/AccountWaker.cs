using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Silo;

/// <summary>Wakes all accounts after a start, so that unfinished work does not wait for a reminder.</summary>
internal sealed partial class AccountWaker(IAccountStore accounts, IGrainFactory grains, ILogger<AccountWaker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var account in await accounts.ListAsync(stoppingToken))
        {
            try
            {
                await grains.GetGrain<IAccountGrain>(account.Account.ToString()).WakeAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is TimeoutException or OrleansException)
            {
                // Its reminder wakes it within a minute.
                LogNotWoken(failure, account.Account.Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Account {Account} could not be woken yet")]
    private partial void LogNotWoken(Exception failure, string account);
}
