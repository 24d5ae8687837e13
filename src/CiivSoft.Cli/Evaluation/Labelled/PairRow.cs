namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>A line of a pairs file; the label is 1 for a fit.</summary>
internal sealed record PairRow(string JobId, string ResumeId, int Label);
