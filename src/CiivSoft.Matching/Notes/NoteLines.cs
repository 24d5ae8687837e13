using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Notes;

/// <summary>The lines of each kind of note.</summary>
internal static class NoteLines
{
    private const int TitleLength = 90;
    private const int CautionLength = 160;
    private const int JobLength = 80;
    private const string Erased =
        "CiiVSOFT has erased what it knew of this person, as it does when somebody is anonymised or deleted or their consent ends, so it cannot give its reasons. Please check whether this person may still be considered.";

    public static List<NoteLine> Of(NoteFacts facts)
    {
        var title = Title(facts.PostingTitle);
        var origin = Title(facts.OriginTitle);
        return facts.Kind switch
        {
            NoteKind.ArkiiveLead => WithEvidence(
                facts,
                $"ARKiiVE lead: {title}",
                "Already in your Lever database, and the résumé fits this posting."
            ),
            NoteKind.ArkiiveRecommendation => WithEvidence(
                facts,
                $"ARKiiVE recommends for: {title}",
                "The résumé fits this posting. CiiVSOFT's key may not add leads: if you agree, please add this person to the posting yourself."
            ),
            NoteKind.FiilterScreened => WithEvidence(
                facts,
                $"FiiLTER screened: {title}",
                $"Moved to {PlainText.Clean(facts.StageName, TitleLength)}: the résumé fits the posting."
            ),
            NoteKind.FiilterNotAdvanced => NotAdvanced(facts, title),
            NoteKind.RefiineLead => WithEvidence(
                facts,
                $"REFiiNE lead: {title}",
                $"Applied for: {origin}. {Comparison(facts)}"
            ),
            NoteKind.RefiineOrigin =>
            [
                new($"REFiiNE: also added as a lead for {title}. This application stays as it is.", 0),
            ],
            NoteKind.RefiineRecommendation => WithEvidence(
                facts,
                $"REFiiNE recommends for: {title}",
                $"Applied for: {origin}. {Comparison(facts)} CiiVSOFT's key may not add leads: if you agree, please add this person to the posting yourself."
            ),
            NoteKind.Unreadable => Unreadable(facts, title),
            _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Kind, "Unknown kind of note."),
        };
    }

    private static List<NoteLine> WithEvidence(NoteFacts facts, string first, string second)
    {
        if (facts.IsErased)
        {
            return [new(first, 0), new(Erased, 0)];
        }

        var lines = new List<NoteLine> { new(first, 0), new(second, 0) };
        var (reasons, used) = NoteReasons.Strongest(facts.Findings);
        if (reasons.Count > 0)
        {
            AddReasons(lines, reasons, "Why:");
        }
        else
        {
            lines.Add(new("The résumé as a whole is close to the posting; no single requirement could be quoted.", 0));
        }

        AddLatestJob(lines, facts);
        AddMissing(lines, facts.Findings, used);
        if (facts.Kind is NoteKind.RefiineLead or NoteKind.RefiineRecommendation)
        {
            AddNames(lines, "Not shown for the posting applied for: ", NoteReasons.Lacking(facts.OriginFindings), 2);
        }

        AddToCheck(lines, facts);
        return lines;
    }

    private static List<NoteLine> NotAdvanced(NoteFacts facts, string title)
    {
        var lines = new List<NoteLine>
        {
            new($"FiiLTER reviewed: {title}", 0),
            new("Not advanced: the résumé shows too little of what the posting asks for.", 0),
            new("The application stays where it is; the decision is yours.", 0),
        };
        var (reasons, used) = NoteReasons.Strongest(facts.Findings);
        AddLatestJob(lines, facts);
        AddNames(lines, "Required by law for this work and not shown: ", NoteReasons.Barring(facts.Findings), 0);
        AddMissing(lines, facts.Findings, used, "Not mentioned; would count if the résumé showed it: ");
        if (reasons.Count > 0)
        {
            AddReasons(lines, reasons, "What it does show:");
        }

        AddToCheck(lines, facts);
        return lines;
    }

    private static List<NoteLine> Unreadable(NoteFacts facts, string title) =>
        [
            new($"FiiLTER could not review: {title}", 0),
            new(UnreadableWords.Of(facts.Reason), 0),
            new(Advice(facts.Reason), 0),
        ];

    private static string Advice(UnreadableReason reason) =>
        reason
            is UnreadableReason.UnsupportedLanguage
                or UnreadableReason.PostingUnsupportedLanguage
                or UnreadableReason.PostingWithoutText
            ? "The application stays where it is. Please review it by hand."
            : "The application stays where it is. Please review it by hand, or ask for another file.";

    // Where no job under the posting's title is quoted, a recruiter sees from the latest one who this is.
    private static void AddLatestJob(List<NoteLine> lines, NoteFacts facts)
    {
        var job = PlainText.Clean(facts.LatestJob, JobLength);
        if (
            job.Length > 0
            && !facts.Findings.Any(finding =>
                finding is { Requirement.Kind: RequirementKind.Role, Judgement: Judgement.Met or Judgement.Partly }
            )
        )
        {
            lines.Add(new($"Latest job found: “{job}”", 2));
        }
    }

    private static void AddReasons(List<NoteLine> lines, IReadOnlyList<string> reasons, string heading)
    {
        lines.Add(new(heading, 0));
        lines.AddRange(reasons.Select((reason, i) => new NoteLine("- " + reason, i)));
    }

    private static void AddMissing(
        List<NoteLine> lines,
        IReadOnlyList<Finding> findings,
        HashSet<Finding> used,
        string unknown = "Not mentioned: "
    )
    {
        AddNames(
            lines,
            "Partly: ",
            NoteReasons.Names(findings.Where(finding => !used.Contains(finding)), Judgement.Partly),
            3
        );
        AddNames(lines, "Not met: ", NoteReasons.Names(findings, Judgement.NotMet), 1);
        AddNames(lines, unknown, NoteReasons.Names(findings, Judgement.Unknown), 3);
    }

    private static void AddNames(List<NoteLine> lines, string heading, IReadOnlyList<string> names, int priority)
    {
        if (names.Count > 0)
        {
            lines.Add(new(heading + string.Join("; ", names), priority));
        }
    }

    private static void AddToCheck(List<NoteLine> lines, NoteFacts facts)
    {
        var unknown = (facts.IsPlaceUnknown, facts.IsRightToWorkUnknown) switch
        {
            (true, true) => "where the person lives, right to work",
            (true, false) => "where the person lives",
            (false, true) => "right to work",
            _ => "",
        };
        if (unknown.Length > 0)
        {
            lines.Add(new($"Not known: {unknown}.", 0));
        }

        lines.AddRange(
            facts
                .Cautions.Take(2)
                .Select(caution => new NoteLine("Please check: " + PlainText.Clean(caution, CautionLength), 2))
        );
    }

    // Counts of requirements, not scores: a recruiter can check them against the two postings.
    private static string Comparison(NoteFacts facts)
    {
        var contrast = PostingContrast.Of(facts.Findings, facts.OriginTitle, facts.OriginFindings);
        return contrast.IsClear
            ? $"This posting fits better: the résumé shows {contrast.Shown} of its {contrast.Asked} requirements, against {contrast.OriginShown} of {contrast.OriginAsked} there."
            : "This posting fits the résumé better.";
    }

    private static string Title(string title) =>
        PlainText.Clean(title, TitleLength) is { Length: > 0 } clean ? clean : "untitled posting";
}
