namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>A line of a relevance file: either who was judged, with grades, or who is left out of the pool.</summary>
internal sealed record RelevanceRow(
    string JobId,
    IReadOnlyList<string> Relevant,
    IReadOnlyDictionary<string, int>? Judged,
    IReadOnlyList<string>? Excluded
);
