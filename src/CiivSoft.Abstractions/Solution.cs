namespace CiivSoft.Abstractions;

/// <summary>The three solutions. For people they are written ARKiiVE, FiiLTER and REFiiNE.</summary>
[GenerateSerializer]
[Alias("ciivsoft.Solution")]
public enum Solution
{
    /// <summary>A posting opened: the best of everybody already in the account become its leads.</summary>
    Arkiive = 0,

    /// <summary>A new application is compared with the posting applied to.</summary>
    Fiilter = 1,

    /// <summary>An application that FiiLTER did not advance is compared with every other open posting.</summary>
    Refiine = 2,
}
