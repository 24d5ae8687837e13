namespace CiivSoft.Cli.Evaluation;

/// <summary>One method on one set; the figures in the order of <see cref="ReportTable.Columns"/>.</summary>
internal sealed record ReportRow(string Set, string Method, IReadOnlyList<MetricEstimate> Figures);
