namespace CiivSoft.Cli.Evaluation;

/// <summary>A figure with its 95 % bootstrap interval; null where the set cannot give it.</summary>
internal sealed record MetricEstimate(double? Value, double? Low, double? High);
