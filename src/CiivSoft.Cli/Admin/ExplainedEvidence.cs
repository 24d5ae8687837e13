using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Cli.Admin;

/// <summary>What a decision rests on.</summary>
internal sealed record ExplainedEvidence(
    string? Reason,
    string? Requirements,
    IReadOnlyList<Finding>? Findings,
    IReadOnlyList<MatchFeature>? Features
)
{
    /// <summary>What to look at before relying on the résumé, in words; null where an older release decided.</summary>
    public IReadOnlyList<string>? Cautions { get; init; }

    /// <summary>What would have changed the result, or would not have; null where an older release decided.</summary>
    public IReadOnlyList<ResultChange>? Changes { get; init; }

    /// <summary>How the level of the post and of the jobs in the résumé compare; null when they go together.</summary>
    public LevelComparison? Level { get; init; }

    /// <summary>For REFiiNE: this posting beside the one applied for.</summary>
    public PostingContrast? Contrast { get; init; }
}
