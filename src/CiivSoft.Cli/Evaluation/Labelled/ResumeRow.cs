namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>A line of a résumés file.</summary>
internal sealed record ResumeRow(string ResumeId, string? Text, string? Name);
