namespace CiivSoft.Abstractions.Accounts;

/// <summary>Something the account should know of at once.</summary>
[GenerateSerializer]
[Alias("ciivsoft.AccountNotice")]
public enum AccountNotice
{
    /// <summary>Effects were planned.</summary>
    EffectsPlanned = 0,

    /// <summary>A call was answered 429.</summary>
    RateLimited = 1,

    /// <summary>A call was answered 401.</summary>
    Unauthorized = 2,
}
