using System.Collections.Concurrent;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Lever;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Grains.Connections;

/// <summary>This silo's clients for reading: one for each account, made anew when the connection changed.</summary>
internal sealed class LeverClients(
    IAccountStore accounts,
    ILeverClientFactory factory,
    IGrainFactory grains,
    TimeProvider clock
)
{
    private readonly ConcurrentDictionary<AccountKey, (long Version, ILeverClient Client)> _clients = new();

    /// <summary>A client whose calls take permits from the account grain.</summary>
    /// <exception cref="InvalidOperationException">The account is not connected.</exception>
    public async Task<ILeverClient> GetAsync(AccountKey account, long version, CancellationToken cancellationToken)
    {
        if (_clients.TryGetValue(account, out var known) && known.Version == version)
        {
            return known.Client;
        }

        var connection = await ReadConnectionAsync(account, cancellationToken);
        var permits = new GrainPermits(grains.GetGrain<IAccountGrain>(account.ToString()), clock);
        var client = factory.Create(connection, permits);
        _clients[account] = (version, client);
        return client;
    }

    /// <summary>Where the account's Lever is, with its key.</summary>
    /// <exception cref="InvalidOperationException">The account is not connected.</exception>
    public async Task<LeverConnection> ReadConnectionAsync(AccountKey account, CancellationToken cancellationToken)
    {
        var record = await accounts.FindAsync(account, cancellationToken);
        var apiKey = await accounts.ReadApiKeyAsync(account, cancellationToken);
        return record is null || apiKey is null
            ? throw new InvalidOperationException($"The account {account.Name} is not connected.")
            : new LeverConnection(record.LeverUrl, new LeverApiKey(apiKey), record.ServiceUser);
    }
}
