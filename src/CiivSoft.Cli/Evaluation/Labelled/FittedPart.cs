using System.Runtime.InteropServices;

namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>A labelled set as a part of what weights are fitted on.</summary>
/// <param name="Set">The set.</param>
/// <param name="Features">Of its pairs.</param>
/// <param name="Shares">What its pairs weigh together.</param>
internal sealed record FittedPart(LabelledSet Set, LabelledFeatures Features, PartShares Shares)
{
    /// <summary>The set that probabilities and cuts refer to; it is the largest by far.</summary>
    public const string Calibrated = "occupation";

    /// <summary>
    /// The sets that the shipped weights were fitted on, the calibrated one first. Occupation alone would teach little of
    /// who is better within one; the small sets cannot be given more without harm to the large one (matching.md). Lists of
    /// skills are only in hr-graded, so what counts for them is learned mostly there.
    /// </summary>
    public static IReadOnlyDictionary<string, PartShares> Fitted { get; } =
        new Dictionary<string, PartShares>(StringComparer.Ordinal)
        {
            [Calibrated] = new(1, 1),
            ["hr-graded"] = new(0.3, 5),
            ["expert-pivot"] = new(0.1, 0.1),
        };

    /// <summary>False for a set that is only measured.</summary>
    public bool IsFitted => Shares.Told > 0;

    public bool IsCalibrated => string.Equals(Set.Name, Calibrated, StringComparison.Ordinal);

    /// <summary>Strictest division: where whole occupations are there, they stay together.</summary>
    public int[] StrictFolds() => IsCalibrated ? Folds.ByOccupation(Set) : Folds.ByJob(Set);
}

/// <summary>What a set's pairs weigh together, beside the 1 of the set that the policy is calibrated on.</summary>
/// <param name="Told">For the weights of postings that tell of the work.</param>
/// <param name="Listed">For those of postings that only list skills.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PartShares(double Told, double Listed);
