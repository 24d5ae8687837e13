using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Grains.Candidates;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Shadowing;

/// <summary>Decisions worth reading: the best matches and leads, and the nearest below the bar.</summary>
internal static class ShadowExamples
{
    public static ImmutableArray<ShadowExample> Of(IReadOnlyList<ShadowDecision> decisions) =>
        [
            .. Best(decisions, Solution.Fiilter, Verdicts.Match),
            .. Best(decisions, Solution.Fiilter, Verdicts.NoMatch),
            .. Best(decisions, Solution.Arkiive, Verdicts.Lead),
            .. Best(decisions, Solution.Refiine, Verdicts.Lead),
        ];

    private static IEnumerable<ShadowExample> Best(
        IReadOnlyList<ShadowDecision> decisions,
        Solution solution,
        string verdict
    ) =>
        decisions
            .Where(d => d.Solution == solution && d.Verdict == verdict)
            .OrderByDescending(d => d.Score)
            .ThenBy(d => d.DecisionId, StringComparer.Ordinal)
            .Take(ShadowLimits.ExamplesOfKind)
            .Select(d => new ShadowExample(
                d.DecisionId,
                d.Solution,
                d.Verdict,
                d.Score,
                d.Cut,
                d.ContactId,
                d.OpportunityId,
                d.PostingId
            ));
}
