namespace CiivSoft.Cli.Evaluation;

/// <summary>Where an evaluation reads from and writes to.</summary>
internal sealed record EvaluationFiles(string Jobs, string Resumes, string Pairs, string Scores, string? Cuts);
