namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>A line of a jobs file.</summary>
internal sealed record JobRow(string JobId, string? Title, string? Text);
