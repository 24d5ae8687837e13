using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Accounts;

/// <summary>The register of connected accounts and their Lever keys.</summary>
public interface IAccountStore
{
    /// <summary>All accounts, by name.</summary>
    Task<IReadOnlyList<AccountRecord>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One account; null when it is not connected.</summary>
    Task<AccountRecord?> FindAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>The account's Lever API key in clear; null when the account is not connected. Never log it.</summary>
    Task<string?> ReadApiKeyAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>Connects an account or replaces its address, service user and key; epoch and first connection stay.</summary>
    Task SaveAsync(
        AccountKey account,
        Uri leverUrl,
        string serviceUser,
        string apiKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Raises the account's epoch by one, in the name of this cluster, and returns it. From then on, writes with an older epoch
    /// are refused.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The account is not connected.</exception>
    /// <exception cref="HeldElsewhereException">
    /// Another cluster took the newest epoch and one of its silos gave a sign of life within the last 20 seconds.
    /// </exception>
    Task<long> TakeEpochAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>Erases the account and everything kept for it, in all our tables; a second call does nothing.</summary>
    Task EraseAsync(AccountKey account, CancellationToken cancellationToken);
}
