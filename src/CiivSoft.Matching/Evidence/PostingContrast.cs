using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>Two postings against one résumé, in counts that a person can check: the one found and the one applied for.</summary>
/// <param name="OriginTitle">The title of the posting that was applied for.</param>
/// <param name="Shown">How many requirements of the posting found are met.</param>
/// <param name="Asked">How many it has.</param>
/// <param name="OriginShown">How many requirements of the posting applied for are met.</param>
/// <param name="OriginAsked">How many it has.</param>
/// <param name="OnlyHere">What is met here and no requirement there, weightiest first.</param>
/// <param name="LackingThere">What is required there and not met, weightiest first.</param>
public sealed record PostingContrast(
    string OriginTitle,
    int Shown,
    int Asked,
    int OriginShown,
    int OriginAsked,
    IReadOnlyList<string> OnlyHere,
    IReadOnlyList<string> LackingThere
)
{
    private const int MaxNames = 4;

    /// <summary>True when the counts themselves say which posting fits better.</summary>
    public bool IsClear => OriginAsked > 0 && Shown > OriginShown && Shown * OriginAsked > OriginShown * Asked;

    /// <summary>Compares what was found for both.</summary>
    public static PostingContrast Of(
        IReadOnlyList<Finding> findings,
        string originTitle,
        IReadOnlyList<Finding> originFindings
    )
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(originFindings);
        var there = originFindings.Select(finding => finding.Requirement.Id).ToHashSet(StringComparer.Ordinal);
        return new PostingContrast(
            originTitle,
            findings.Count(IsMet),
            findings.Count,
            originFindings.Count(IsMet),
            originFindings.Count,
            Names(findings.Where(finding => IsMet(finding) && !there.Contains(finding.Requirement.Id))),
            Names(
                originFindings.Where(finding =>
                    finding is { Judgement: Judgement.Unknown or Judgement.NotMet }
                    && finding.Requirement.Importance == RequirementImportance.Must
                )
            )
        );
    }

    private static bool IsMet(Finding finding) => finding.Judgement == Judgement.Met;

    private static string[] Names(IEnumerable<Finding> findings) =>
        [
            .. findings
                .Where(finding => finding.Requirement.Kind is not (RequirementKind.Duty or RequirementKind.Other))
                .OrderByDescending(finding => finding.Requirement.Weight)
                .Take(MaxNames)
                .Select(finding => finding.Requirement.Text),
        ];
}
