using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage;

/// <summary>Another cluster on the same database holds the account and is alive. Nothing was changed.</summary>
public sealed class HeldElsewhereException(AccountKey account, string cluster)
    : Exception($"Account {account.Name} is held by the cluster '{cluster}', which works on the same database.")
{
    /// <summary>The account.</summary>
    public AccountKey Account { get; } = account;

    /// <summary>The other cluster's name.</summary>
    public string Cluster { get; } = cluster;
}
