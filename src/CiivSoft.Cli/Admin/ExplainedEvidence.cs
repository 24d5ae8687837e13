using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Cli.Admin;

/// <summary>What a decision rests on.</summary>
internal sealed record ExplainedEvidence(
    string? Reason,
    string? Requirements,
    IReadOnlyList<Finding>? Findings,
    IReadOnlyList<MatchFeature>? Features
);
