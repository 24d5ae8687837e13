namespace CiivSoft.Abstractions.Accounts;

/// <summary>How far a solution, or a posting, takes part. Where several apply the strictest holds, which is the least.</summary>
[GenerateSerializer]
[Alias("ciivsoft.RunMode")]
public enum RunMode
{
    /// <summary>Nothing is decided and nothing is written; what waits is taken up when it is switched on again.</summary>
    Off = 0,

    /// <summary>Decided and recorded, nothing is written to Lever.</summary>
    Shadow = 1,

    /// <summary>Asks for no restriction: what is decided is written where the account is live too.</summary>
    Live = 2,
}
