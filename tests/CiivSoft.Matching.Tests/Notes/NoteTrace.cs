using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Notes;

/// <summary>Reads a note as a stranger would and asks of each line what it rests on; knows nothing of how notes are made.</summary>
internal sealed class NoteTrace(NoteFacts facts, string resume)
{
    private static readonly string[] Fixed =
    [
        "Why:",
        "What it does show:",
        "Already in your Lever database, and the résumé fits this posting.",
        "The résumé fits this posting. CiiVSOFT's key may not add leads: if you agree, please add this person to the posting yourself.",
        "Not advanced: the résumé shows too little of what the posting asks for.",
        "The application stays where it is; the decision is yours.",
        "The résumé as a whole is close to the posting; no single requirement could be quoted.",
    ];

    private readonly string _resume = PlainText.Clean(resume, int.MaxValue);

    /// <summary>Lines that rest on nothing known.</summary>
    public IEnumerable<string> Untraced(string note)
    {
        var lines = note.Split('\n');
        return lines.Where((line, i) => !(i == 0 ? IsHead(line) : IsTraced(line, i == lines.Length - 1)));
    }

    private bool IsHead(string line) => line.EndsWith(": " + Title(facts.PostingTitle), StringComparison.Ordinal);

    private bool IsTraced(string line, bool isLast) =>
        isLast ? line == "Ref " + facts.Reference
        : line.StartsWith("- ", StringComparison.Ordinal) ? IsReason(line[2..])
        : After(line, "Partly: ") is { } partly ? AreNames(partly, facts.Findings, Judgement.Partly)
        : After(line, "Not met: ") is { } notMet ? AreNames(notMet, facts.Findings, Judgement.NotMet)
        : After(line, "Not mentioned: ") is { } silent ? AreNames(silent, facts.Findings, Judgement.Unknown)
        : After(line, "Not mentioned; would count if the résumé showed it: ") is { } lacking
            ? AreNames(lacking, facts.Findings, Judgement.Unknown)
        : After(line, "Required by law for this work and not shown: ") is { } barred
            ? AreNames(
                barred,
                facts.Findings.Where(f => f.Requirement.Kind == RequirementKind.Licence),
                Judgement.Unknown,
                Judgement.NotMet
            )
        : After(line, "Not shown for the posting applied for: ") is { } there
            ? AreNames(there, facts.OriginFindings, Judgement.Unknown, Judgement.NotMet)
        : After(line, "Latest job found: ") is { } job
            ? job == $"“{PlainText.Clean(facts.LatestJob, 80)}”"
                && resume.Contains(facts.LatestJob, StringComparison.Ordinal)
        : After(line, "Please check: ") is { } caution ? facts.Cautions.Any(c => caution == PlainText.Clean(c, 160))
        : After(line, "Not known: ") is { } unknown ? IsUnknown(unknown)
        : After(line, "Applied for: ") is { } applied ? IsComparison(applied)
        : After(line, "Moved to ") is { } moved ? moved == $"{facts.StageName}: the résumé fits the posting."
        : Fixed.Contains(line);

    private bool IsUnknown(string list) =>
        list.Contains("where the person lives", StringComparison.Ordinal) == facts.IsPlaceUnknown
        && list.Contains("right to work", StringComparison.Ordinal) == facts.IsRightToWorkUnknown;

    private bool IsComparison(string text)
    {
        var start = $"{Title(facts.OriginTitle)}. This posting fits ";
        var (here, there) = (Met(facts.Findings), Met(facts.OriginFindings));
        return text.StartsWith(start + "the résumé better.", StringComparison.Ordinal)
            || text.StartsWith(
                $"{start}better: the résumé shows {here} of its {facts.Findings.Count} requirements, against {there} of {facts.OriginFindings.Count} there.",
                StringComparison.Ordinal
            );
    }

    private static int Met(IEnumerable<Finding> findings) => findings.Count(f => f.Judgement == Judgement.Met);

    // "name, name: “words”": the words stand in the résumé, and each name is a requirement whose quote they hold.
    private bool IsReason(string reason)
    {
        var open = reason.LastIndexOf(": “", StringComparison.Ordinal);
        var words = open < 0 ? reason : reason[(open + 3)..].TrimEnd('”');
        var names = open < 0 ? reason : reason[..open];
        return _resume.Contains(words.TrimEnd('…'), StringComparison.OrdinalIgnoreCase)
            && Consume(
                names,
                ", ",
                name => Shown(name).Any(f => words.Contains(Words(f), StringComparison.OrdinalIgnoreCase))
            );
    }

    private static string Words(Finding finding) => PlainText.Clean(finding.Quote!.Text, Quote.MaxLength);

    private IEnumerable<Finding> Shown(string name) =>
        facts.Findings.Where(finding =>
            finding.Quote is { } quote
            && resume.AsSpan(quote.Start).StartsWith(quote.Text, StringComparison.Ordinal)
            && (
                (finding.Judgement == Judgement.Met && name == Name(finding))
                || (finding.Judgement == Judgement.Partly && name == Name(finding) + " (partly)")
                || (
                    finding.Judgement == Judgement.Met
                    && name.Equals(finding.Quote.Text, StringComparison.OrdinalIgnoreCase)
                )
            )
        );

    private static bool AreNames(string list, IEnumerable<Finding> findings, params Judgement[] judgements)
    {
        var known = findings
            .Where(f => judgements.Contains(f.Judgement))
            .Select(Name)
            .ToHashSet(StringComparer.Ordinal);
        return Consume(list, "; ", known.Contains);
    }

    // Names may hold the separator themselves, so every way to cut is tried.
    private static bool Consume(string list, string separator, Func<string, bool> isName)
    {
        if (isName(list))
        {
            return true;
        }

        for (
            var at = list.IndexOf(separator, StringComparison.Ordinal);
            at > 0;
            at = list.IndexOf(separator, at + 1, StringComparison.Ordinal)
        )
        {
            if (isName(list[..at]) && Consume(list[(at + separator.Length)..], separator, isName))
            {
                return true;
            }
        }

        return false;
    }

    private static string Name(Finding finding) => PlainText.Clean(finding.Requirement.Text, 60);

    private static string Title(string title) =>
        PlainText.Clean(title, 90) is { Length: > 0 } clean ? clean : "untitled posting";

    private static string? After(string line, string start) =>
        line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..] : null;
}
