namespace CiivSoft.Cli.Evaluation;

/// <summary>Fixed cuts; null means the best on the set, which is a little too kind.</summary>
internal sealed record MetricCuts(double? Fiilter, double? Refiine);
