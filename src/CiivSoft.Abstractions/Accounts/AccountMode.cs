namespace CiivSoft.Abstractions.Accounts;

/// <summary>Whether decisions are written to Lever.</summary>
[GenerateSerializer]
[Alias("ciivsoft.AccountMode")]
public enum AccountMode
{
    /// <summary>Everything runs, nothing is written to Lever, a report says what would have been done.</summary>
    Shadow = 0,

    /// <summary>What is decided is written.</summary>
    Live = 1,
}
