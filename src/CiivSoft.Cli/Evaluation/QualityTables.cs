using CiivSoft.Cli.Evaluation.Labelled;

namespace CiivSoft.Cli.Evaluation;

/// <summary>What a report found.</summary>
internal sealed class QualityTables
{
    /// <summary>Every method on every set.</summary>
    public List<ReportRow> Methods { get; } = [];

    /// <summary>By how much ours is higher, cross-fitted where the set took part in the fitting; paired.</summary>
    public List<ReportRow> Gains { get; } = [];

    /// <summary>Fitted anew without one feature at a time, cross-fitted.</summary>
    public List<ReportRow> Ablation { get; } = [];

    /// <summary>Cross-fitted scores of the calibrated set against what was true.</summary>
    public List<CalibrationBin> Calibration { get; } = [];

    /// <summary>The most confident mistakes on the calibrated set.</summary>
    public List<Confusion> Confusions { get; } = [];

    public void Add(LabelledSet set, string method, Bootstrap sample) =>
        Methods.Add(new ReportRow(set.Name, method, sample.Figures));
}
