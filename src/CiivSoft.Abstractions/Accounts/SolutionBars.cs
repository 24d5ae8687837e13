namespace CiivSoft.Abstractions.Accounts;

/// <summary>
/// Scores from which a solution acts, in place of the model's own; null keeps the model's. Between <see cref="Least"/> and
/// <see cref="Most"/>. Somebody without a credential that the posting requires is below every bar.
/// </summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.SolutionBars")]
public sealed record SolutionBars
{
    /// <summary>The lowest bar that may be set.</summary>
    public const double Least = 0.2;

    /// <summary>The highest bar that may be set.</summary>
    public const double Most = 0.99;

    /// <summary>ARKiiVE's.</summary>
    [Id(0)]
    public double? Arkiive { get; init; }

    /// <summary>FiiLTER's.</summary>
    [Id(1)]
    public double? Fiilter { get; init; }

    /// <summary>REFiiNE's for one other posting; with more of them it rises as the model's own does.</summary>
    [Id(2)]
    public double? Refiine { get; init; }
}
