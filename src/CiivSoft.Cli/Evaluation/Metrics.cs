namespace CiivSoft.Cli.Evaluation;

/// <summary>The figures of one method on one labelled set; null where the set cannot give them.</summary>
internal sealed record Metrics
{
    /// <summary>ARKiiVE: the share of fits among the first seven of a job's pool, mean over jobs.</summary>
    public double? PrecisionAt7 { get; init; }

    /// <summary>ARKiiVE: mean average precision over jobs.</summary>
    public double? MeanAveragePrecision { get; init; }

    /// <summary>FiiLTER: the area under the ROC curve over all listed pairs.</summary>
    public double? Auc { get; init; }

    /// <summary>FiiLTER: F1 at the product's cut; for baselines at the cut best on this very set.</summary>
    public double? F1 { get; init; }

    /// <summary>REFiiNE: the share of résumés whose best job fits.</summary>
    public double? AccuracyAt1 { get; init; }

    /// <summary>REFiiNE: the share decided rightly (right job or rightly none), cuts as for F1.</summary>
    public double? Decision { get; init; }

    /// <summary>Expected calibration error over the listed pairs, ten bins of equal mass.</summary>
    public double? CalibrationError { get; init; }

    public IEnumerable<double?> All =>
        [PrecisionAt7, Auc, MeanAveragePrecision, F1, AccuracyAt1, Decision, CalibrationError];
}
