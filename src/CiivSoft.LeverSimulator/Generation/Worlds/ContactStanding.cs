namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>What the person has said about their data, or had done to it.</summary>
internal enum ContactStanding
{
    Normal,
    Anonymized,

    /// <summary>Carries the tag <c>CiiVSOFT opt-out</c>.</summary>
    OptedOut,

    /// <summary>The consent to keep the data has run out.</summary>
    StoringExpired,

    /// <summary>The person may not be written to.</summary>
    NotToBeContacted,
}
