namespace CiivSoft.Storage.Effects;

/// <summary>Reasons of a settlement that something later depends on: when they are over, the effect is planned again.</summary>
public static class EffectReasons
{
    /// <summary>Overtaken: the posting closed. It is planned again when the posting opens again.</summary>
    public const string PostingClosed = "The posting is not open any more.";

    /// <summary>Blocked until the stage is there.</summary>
    public const string StageMissing = "The stage for screened applications is missing in Lever.";

    /// <summary>Blocked until the key is accepted, or replaced.</summary>
    public const string KeyRefused = "Lever did not accept the key.";

    /// <summary>Blocked until an archive reason for withdrawn leads is configured that Lever has.</summary>
    public const string WithdrawReasonMissing =
        "No archive reason for withdrawn leads is set, or Lever has no such active one.";

    /// <summary>Blocked until the pause is lifted.</summary>
    public const string Paused = "paused";

    /// <summary>Blocked until the account goes live.</summary>
    public const string InShadow = "the account is in shadow";

    /// <summary>Blocked until the solution and the posting are switched on.</summary>
    public const string SwitchedOff = "the solution or the posting is off";

    /// <summary>Blocked until the solution and the posting are live.</summary>
    public const string PartlyInShadow = "the solution or the posting is in shadow";

    /// <summary>Planned for the next day: a daily quota is reached.</summary>
    public const string QuotaReached = "a daily quota is reached";

    /// <summary>Blocked until the key has a right.</summary>
    /// <param name="right">Its name in Lever's dialog for API keys.</param>
    public static string RightMissing(string right) => $"The key lacks the right '{right}'.";
}
