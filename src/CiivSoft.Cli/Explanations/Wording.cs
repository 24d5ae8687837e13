using CiivSoft.Abstractions;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Cli.Explanations;

/// <summary>Decisions in plain words.</summary>
internal static class Wording
{
    private const int Strongest = 2;

    /// <summary>The solution's name for people.</summary>
    public static string Name(Solution solution) =>
        solution switch
        {
            Solution.Arkiive => "ARKiiVE",
            Solution.Fiilter => "FiiLTER",
            _ => "REFiiNE",
        };

    /// <summary>What was decided, for example "to CiiVSOFT SCREENED".</summary>
    public static string Outcome(ExplainedDecision decision) =>
        (decision.Solution, decision.Verdict) switch
        {
            (Solution.Fiilter, "match") => "moved to CiiVSOFT SCREENED",
            (Solution.Fiilter, "no-match") => "stays in New Applicant; goes on to REFiiNE",
            (Solution.Refiine, "lead") => "lead of another posting",
            (Solution.Arkiive, "lead") => "lead",
            (Solution.Refiine, "none") => "stays in New Applicant; no other open posting fits",
            (_, "unreadable") => "stays in New Applicant; the résumé cannot be read",
            (_, "needs-ocr") => "stays in New Applicant; the résumé is a picture",
            (_, "no-resume") => "stays in New Applicant; there is no résumé",
            (_, "language-not-supported") => "stays in New Applicant; language not supported",
            (_, "too-short") => "stays in New Applicant; the résumé has too few words to go by",
            (_, "not-judgeable") => "stays where it is; there is too little to judge on",
            (_, "left-alone") => "left alone; a person was faster",
            _ => decision.Verdict,
        };

    /// <summary>A verdict in a word or two, for lists.</summary>
    public static string Verdict(string verdict) =>
        verdict switch
        {
            "no-match" => "no match",
            "none" => "nothing fits",
            "unreadable" => "résumé not readable",
            "needs-ocr" => "scan without text",
            "no-resume" => "no résumé",
            "not-judgeable" => "too little to judge on",
            "language-not-supported" => "language not supported",
            "too-short" => "résumé too short",
            "left-alone" => "left alone",
            _ => verdict,
        };

    /// <summary>The strongest reasons, each with what the résumé says.</summary>
    public static IReadOnlyList<string> Reasons(ExplainedDecision decision)
    {
        var findings = decision.Evidence?.Findings ?? [];
        if (decision.Verdict is "match" or "lead")
        {
            return
            [
                .. findings
                    .Where(f => f.Judgement is Judgement.Met or Judgement.Partly && f.Quote is not null)
                    .OrderByDescending(f => f.Judgement)
                    .ThenBy(f => f.Requirement.Importance)
                    .ThenByDescending(f => f.Requirement.Weight)
                    .DistinctBy(f => f.Quote?.Text)
                    .Take(Strongest)
                    .Select(f => $"{Named(f)}: “{OneLine(f.Quote?.Text ?? "")}”"),
            ];
        }

        if (findings.Count > 0)
        {
            return [$"the résumé shows {Shown(findings)} of {Counted.Of(findings.Count, "requirement")}"];
        }

        return decision.Evidence?.Reason is { } reason ? [reason] : [];
    }

    /// <summary>A name of the program's as words: <c>AlreadyOnPosting</c> is "already on posting".</summary>
    public static string Words(string name) =>
        string.Concat(
            name.Select(
                (c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"
            )
        );

    /// <summary>How a requirement was judged.</summary>
    public static string Judged(Judgement judgement) =>
        judgement switch
        {
            Judgement.Met => "met",
            Judgement.Partly => "partly",
            Judgement.NotMet => "not met",
            _ => "not mentioned",
        };

    /// <summary>How strongly it is asked for.</summary>
    public static string Asked(RequirementImportance importance) =>
        importance == RequirementImportance.Must ? "must" : "nice";

    // As the note in Lever says it.
    private static string Named(Matching.Evidence.Finding finding) =>
        finding.Judgement == Judgement.Partly ? finding.Requirement.Text + " (partly)" : finding.Requirement.Text;

    private static string OneLine(string quote) =>
        string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Shown(IEnumerable<Matching.Evidence.Finding> findings) =>
        findings.Count(f => f.Judgement is Judgement.Met or Judgement.Partly);
}
