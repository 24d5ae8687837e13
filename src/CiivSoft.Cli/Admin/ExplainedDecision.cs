using CiivSoft.Abstractions;

namespace CiivSoft.Cli.Admin;

/// <summary>A decision with what came of it.</summary>
internal sealed record ExplainedDecision(
    string DecisionId,
    Solution Solution,
    string ContactId,
    string? OpportunityId,
    string? PostingId,
    string Verdict,
    double? Score,
    double? Cut,
    string ModelVersion,
    string PolicyVersion,
    bool IsShadow,
    DateTimeOffset DecidedAt,
    ExplainedEvidence? Evidence,
    IReadOnlyList<ExplainedEffect> Effects
);
