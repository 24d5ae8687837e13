using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Notes;

/// <summary>Chooses what a recruiter should read first: the strongest reasons, then what is missing.</summary>
internal static class NoteReasons
{
    private const int MaxReasons = 3;
    private const int MaxLabels = 3;
    private const int MaxMissing = 4;
    private const int MaxLacking = 2;
    private const int LabelLength = 60;

    // Work says more than school.
    private const double SchoolShare = 0.5;

    // Below it are things that the posting only mentions.
    private const double AskedFor = 0.6;

    /// <summary>
    /// The reasons, one line each, strongest first, and the findings they use up; requirements that the same words show
    /// share a line.
    /// </summary>
    public static (IReadOnlyList<string> Lines, HashSet<Finding> Used) Strongest(IReadOnlyList<Finding> findings)
    {
        var lines = new List<(Quote Quote, List<string> Labels)>();
        var used = new HashSet<Finding>();
        foreach (var finding in findings.Where(IsReason).OrderByDescending(Strength))
        {
            if (finding.Quote is not { } quote)
            {
                continue;
            }

            var same = lines.FindIndex(line => Together(line.Quote, quote) is not null);
            if (same >= 0 && Together(lines[same].Quote, quote) is { } both)
            {
                AddLabel(lines[same].Labels, Label(finding));
                lines[same] = (both, lines[same].Labels);
                used.Add(finding);
            }
            else if (lines.Count < MaxReasons)
            {
                lines.Add((quote, [Label(finding)]));
                used.Add(finding);
            }
        }

        return ([.. lines.Select(line => Line(line.Quote, line.Labels))], used);
    }

    /// <summary>Short names of what is required and judged so, most important first.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<Finding> findings, Judgement judgement) =>
        [
            .. findings
                .Where(finding =>
                    finding.Judgement == judgement
                    && finding.Requirement.Importance == RequirementImportance.Must
                    && IsNameable(finding.Requirement)
                )
                .OrderByDescending(finding => finding.Requirement.Weight)
                .Take(MaxMissing)
                .Select(finding => PlainText.Clean(finding.Requirement.Text, LabelLength)),
        ];

    /// <summary>Regulated credentials without which nobody may do the work, and which the résumé does not show.</summary>
    public static IReadOnlyList<string> Barring(IEnumerable<Finding> findings) =>
        [
            .. findings
                .Where(finding =>
                    finding.Judgement is Judgement.Unknown or Judgement.NotMet
                    && finding.Requirement is { Kind: RequirementKind.Licence, Weight: >= RequirementDraft.WeightOfLaw }
                )
                .Select(finding => PlainText.Clean(finding.Requirement.Text, LabelLength)),
        ];

    /// <summary>What would speak most for the person if the résumé showed it; the law's demands first.</summary>
    public static IReadOnlyList<string> Lacking(IEnumerable<Finding> findings) =>
        [
            .. findings
                .Where(finding =>
                    finding.Judgement is Judgement.Unknown or Judgement.NotMet
                    && finding.Requirement.Importance == RequirementImportance.Must
                    && IsNameable(finding.Requirement)
                )
                .OrderByDescending(finding => finding.Requirement.Weight)
                .Take(MaxLacking)
                .Select(finding => PlainText.Clean(finding.Requirement.Text, LabelLength)),
        ];

    // "3+ years in sales" says "sales" already; of two the longer one stays.
    private static void AddLabel(List<string> labels, string label)
    {
        if (labels.Exists(known => known.Contains(label, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var shorter = labels.FindIndex(known => label.Contains(known, StringComparison.OrdinalIgnoreCase));
        if (shorter >= 0)
        {
            labels[shorter] = label;
        }
        else if (labels.Count < MaxLabels)
        {
            labels.Add(label);
        }
    }

    private static string Line(Quote quote, List<string> labels)
    {
        var words = PlainText.Clean(quote.Text, Quote.MaxLength);
        var names = string.Join(", ", labels);
        return labels.Count == 1 && words.Equals(names, StringComparison.OrdinalIgnoreCase)
            ? names
            : $"{names}: “{words}”";
    }

    // A lower school than asked for is no reason, nor is a school that almost everybody has.
    private static bool IsReason(Finding finding) =>
        finding.Requirement.Kind == RequirementKind.Education
            ? finding is { Judgement: Judgement.Met, Requirement.MinEducation: > EducationLevel.School }
            : finding.Judgement is Judgement.Met or Judgement.Partly;

    private static double Strength(Finding finding) =>
        (finding.Requirement.Weight * (finding.Requirement.Kind == RequirementKind.Education ? SchoolShare : 1))
        + (finding.Judgement == Judgement.Met ? 0.3 : 0)
        + (finding.Requirement.Importance == RequirementImportance.Must ? 0.2 : 0)
        + (finding.Quote is { Text.Length: > 25 } ? 0.1 : 0);

    private static string Label(Finding finding)
    {
        var name = PlainText.Clean(finding.Requirement.Text, LabelLength);
        return finding.Judgement == Judgement.Partly ? name + " (partly)" : name;
    }

    // A whole sentence of the posting is no name, and not all that it mentions is asked for.
    private static bool IsNameable(Requirement requirement) =>
        requirement.Kind is not (RequirementKind.Duty or RequirementKind.Other) && requirement.Weight >= AskedFor;

    // One quote that holds both; null where they are apart or too long together. A résumé may say the same words twice; a
    // recruiter reads them once.
    private static Quote? Together(Quote one, Quote other)
    {
        if (one.Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase))
        {
            return one;
        }

        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        var shared = first.Start + first.Text.Length - second.Start;
        if (shared <= 0)
        {
            return null;
        }

        var both = shared >= second.Text.Length ? first.Text : first.Text + second.Text[shared..];
        return both.Length <= Quote.MaxLength ? new Quote(both, first.Start) : null;
    }
}
