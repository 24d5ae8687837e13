using System.Globalization;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Work;

namespace CiivSoft.Dashboard.Views;

/// <summary>What is stored, in words for people.</summary>
internal static class Words
{
    public static string Name(Solution solution) =>
        solution switch
        {
            Solution.Arkiive => "ARKiiVE",
            Solution.Fiilter => "FiiLTER",
            _ => "REFiiNE",
        };

    /// <summary>What came of a solution's decision, as a short word.</summary>
    public static string Verdict(string verdict) =>
        verdict switch
        {
            "match" => "match",
            "no-match" => "no match",
            "lead" => "lead",
            "none" => "nothing fits",
            "unreadable" => "not readable",
            "needs-ocr" => "scan without text",
            "no-resume" => "no résumé",
            "not-judgeable" => "too little to judge",
            "language-not-supported" => "language not supported",
            "too-short" => "résumé too short",
            "left-alone" => "left alone",
            _ => verdict,
        };

    /// <summary>What came of a decision, as a sentence.</summary>
    public static string Outcome(Solution solution, string verdict) =>
        (solution, verdict) switch
        {
            (Solution.Fiilter, "match") => "FiiLTER found a match: the application goes to CiiVSOFT SCREENED.",
            (Solution.Fiilter, "no-match") =>
                "FiiLTER found no match: the application stays in New Applicant, and REFiiNE looks at it.",
            (Solution.Refiine, "lead") => "REFiiNE found another posting that fits: the person becomes a lead there.",
            (Solution.Refiine, "none") =>
                "REFiiNE found no other open posting that fits: the application stays in New Applicant.",
            (Solution.Arkiive, "lead") => "ARKiiVE found the person for this posting: the person becomes a lead.",
            (_, "unreadable") =>
                "The résumé cannot be read: the application stays in New Applicant for people to look at.",
            (_, "needs-ocr") => "The résumé is a picture without text: the application stays for people to look at.",
            (_, "no-resume") => "There is no résumé: the application stays for people to look at.",
            (_, "language-not-supported") =>
                "The language is not supported, so nothing was compared: the application stays for people to look at.",
            (_, "too-short") => "The résumé has too few words to go by: the application stays for people to look at.",
            (_, "not-judgeable") => "There is too little to judge on: the application stays for people to look at.",
            (_, "left-alone") => "A person was faster: nothing was done.",
            _ => $"{Name(solution)}: {verdict}.",
        };

    public static string Effect(EffectKind kind) =>
        kind switch
        {
            EffectKind.Move => "move to CiiVSOFT SCREENED",
            EffectKind.Restore => "undo: back to New applicant",
            EffectKind.Withdraw => "undo: lead archived",
            EffectKind.Lead => "lead",
            EffectKind.Note => "note",
            _ => "tag",
        };

    /// <summary>An effect with what tells it from others of its decision: which note, which tag.</summary>
    public static string Effect(EffectKind kind, string target) =>
        (kind, target) switch
        {
            (EffectKind.Note, "screened") => "note on the application",
            (EffectKind.Note, "lead") => "note on the lead",
            (EffectKind.Note, "origin") => "line on the application it came from",
            (EffectKind.Note, "recommended") => "note that recommends the person",
            (EffectKind.Note, "unreadable") => "note that the résumé cannot be read",
            (EffectKind.Note, "nothing-matched") => "note that nothing matched",
            (EffectKind.Tag, _) => $"tag {target}",
            _ => Effect(kind),
        };

    public static string State(EffectState state) =>
        state switch
        {
            EffectState.Planned => "planned",
            EffectState.Sending => "being sent",
            EffectState.Unknown => "outcome unknown",
            EffectState.Done => "done",
            EffectState.Blocked => "blocked",
            EffectState.Failed => "failed",
            EffectState.Overtaken => "a person was faster",
            EffectState.Cancelled => "cancelled",
            _ => "shadow: not sent",
        };

    /// <summary>What the colour of a state says: <c>good</c>, <c>warn</c>, <c>bad</c>, or nothing.</summary>
    public static string Tone(EffectState state) =>
        state switch
        {
            EffectState.Done => "good",
            EffectState.Unknown or EffectState.Blocked => "warn",
            EffectState.Failed => "bad",
            _ => "",
        };

    public static string Tone(string verdict) => verdict is "match" or "lead" ? "good" : "";

    public static string Resume(ResumeStatus status) =>
        status switch
        {
            ResumeStatus.NotRead => "not looked at yet",
            ResumeStatus.Waiting => "waited for",
            ResumeStatus.Read => "read",
            ResumeStatus.None => "there is none",
            ResumeStatus.Unreadable => "cannot be read",
            ResumeStatus.NeedsOcr => "a picture without text",
            ResumeStatus.NotProcessed => "not processed by Lever",
            ResumeStatus.TooLarge => "too large",
            ResumeStatus.Encrypted => "protected by a password",
            ResumeStatus.Quarantined => "looks unsafe, was not opened",
            _ => status.ToString(),
        };

    /// <summary>What recruiters said of the leads on a posting.</summary>
    public static string Feedback(LeadFeedback feedback) =>
        (feedback.Tagged + feedback.Archived) switch
        {
            0 => $"{Leads(feedback.Leads)} in Lever; no recruiter found one not useful.",
            var count =>
                $"{Leads(feedback.Leads)} in Lever; recruiters found {Number(count)} not useful: {Number(feedback.Tagged)} by the "
                    + $"tag CiiVSOFT not useful, {Number(feedback.Archived)} by archiving the lead.",
        };

    private static string Leads(long count) => count == 1 ? "1 lead" : $"{Number(count)} leads";

    /// <summary>What may be done about a file that gave no text.</summary>
    public static string Remedy(ResumeStatus status) =>
        status switch
        {
            ResumeStatus.NeedsOcr => "a file with text; or try again once text recognition is installed here",
            ResumeStatus.NotProcessed => "uploading it in Lever again; or try again later",
            ResumeStatus.TooLarge => "a smaller file",
            ResumeStatus.Quarantined => "another file; try again only after a limit was raised or a release installed",
            ResumeStatus.Encrypted => "a file without a password",
            _ => "another file; or try again after a release or a converter was installed",
        };

    public static string Priority(WorkPriority priority) =>
        priority switch
        {
            WorkPriority.NewApplication => "new application",
            WorkPriority.NewPosting => "new posting",
            _ => "everybody else",
        };

    public static string Connection(ConnectionStatus connection) =>
        connection switch
        {
            ConnectionStatus.Connected => "connected",
            ConnectionStatus.Suspect => "key refused lately",
            ConnectionStatus.Disconnected => "disconnected",
            _ => "never connected",
        };

    public static string Tone(ConnectionStatus connection) =>
        connection switch
        {
            ConnectionStatus.Connected => "good",
            ConnectionStatus.Suspect => "warn",
            _ => "bad",
        };

    /// <summary>What a pause holds back.</summary>
    public static string Pause(PauseScope scope) =>
        (scope.Solution, scope.PostingId) switch
        {
            (null, null) => "everything",
            ({ } solution, null) => Name(solution),
            (null, { } posting) => $"posting {posting}",
            ({ } solution, { } posting) => $"{Name(solution)} for posting {posting}",
        };

    public static string Mode(RunMode mode) =>
        mode switch
        {
            RunMode.Off => "off",
            RunMode.Shadow => "shadow",
            _ => "live",
        };

    /// <summary>What a mode means for what it restricts.</summary>
    public static string About(RunMode mode) =>
        mode switch
        {
            RunMode.Off =>
                "Nothing is decided and nothing is written; what waits is taken up when it is switched on again.",
            RunMode.Shadow => "Everything is decided and recorded, nothing is written to Lever.",
            _ => "What is decided is written to Lever where the account is live too.",
        };

    public static string Tone(RunMode mode) =>
        mode switch
        {
            RunMode.Off => "warn",
            RunMode.Shadow => "info",
            _ => "good",
        };

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double? share) =>
        share is { } known
            ? known.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)
            : "–";

    /// <summary>A score or bar with three digits, so that a score just under a bar does not look equal to it.</summary>
    public static string Score(double? score) => score?.ToString("F3", CultureInfo.InvariantCulture) ?? "–";
}
