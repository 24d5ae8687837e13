using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage;

/// <summary>A newer activation has taken the account over: the caller's epoch is old and nothing was written.</summary>
public sealed class FencedException(AccountKey account, long epoch)
    : Exception($"Account {account.Name} was taken over: epoch {epoch} is no longer the newest. Nothing was written.")
{
    /// <summary>The account.</summary>
    public AccountKey Account { get; } = account;

    /// <summary>The caller's epoch.</summary>
    public long Epoch { get; } = epoch;
}
