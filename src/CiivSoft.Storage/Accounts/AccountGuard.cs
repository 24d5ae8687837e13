using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Accounts;

/// <summary>Asks, inside a write, whether the account is still there and the caller still its holder.</summary>
internal static class AccountGuard
{
    /// <summary>Without it a write in flight could bring back what an erasure has just removed.</summary>
    /// <exception cref="KeyNotFoundException">The account is not connected.</exception>
    public static async Task RequireConnectedAsync(this Session session, AccountKey account)
    {
        if (await ReadEpochAsync(session, account, session.Dialect.ForAccountStays) is null)
        {
            throw NotConnected(account);
        }
    }

    /// <summary>Waits for other holders' writes and for a change of the epoch, then compares.</summary>
    /// <exception cref="FencedException">The epoch is not the newest, or the account is gone.</exception>
    public static async Task RequireEpochAsync(this Session session, AccountKey account, long epoch)
    {
        if (await ReadEpochAsync(session, account, session.Dialect.ForAccountAlone) != epoch)
        {
            throw new FencedException(account, epoch);
        }
    }

    /// <summary>Whether a cluster that works on the same database has an active silo.</summary>
    public static async Task<bool> IsClusterAliveAsync(this Session session, string cluster) =>
        session.Dialect.IsClusterAlive is { } sql && await session.ScalarAsync<bool>(sql, new { cluster });

    public static KeyNotFoundException NotConnected(AccountKey account) =>
        new($"Account {account.Name} is not connected.");

    private static Task<long?> ReadEpochAsync(Session session, AccountKey account, string locking) =>
        session.ScalarAsync<long?>(
            $"SELECT epoch FROM account WHERE name = @account {locking}",
            new { account = account.Name }
        );
}
