namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>A labelled set as a part of what weights are fitted on.</summary>
/// <param name="Set">The set.</param>
/// <param name="Features">Of its pairs.</param>
/// <param name="Share">What its pairs weigh together, beside the 1 of the set that the policy is calibrated on.</param>
internal sealed record FittedPart(LabelledSet Set, LabelledFeatures Features, double Share)
{
    /// <summary>The set that probabilities and cuts refer to; it is the largest by far.</summary>
    public const string Calibrated = "occupation";

    /// <summary>
    /// The sets that the shipped weights were fitted on, the calibrated one first. Occupation alone would teach little of
    /// who is better within one; the small sets cannot be given more without harm to the large one (matching.md).
    /// </summary>
    public static IReadOnlyDictionary<string, double> Shares { get; } =
        new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [Calibrated] = 1,
            ["hr-graded"] = 0.3,
            ["expert-pivot"] = 0.1,
        };

    /// <summary>Strictest division: where whole occupations are there, they stay together.</summary>
    public int[] StrictFolds() =>
        string.Equals(Set.Name, Calibrated, StringComparison.Ordinal) ? Folds.ByOccupation(Set) : Folds.ByJob(Set);
}
