using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>I1: every application is decided exactly once, and again only by a rerun.</summary>
internal static class DecidedOnce
{
    public const string Id = "I1";

    private const string NoMatch = "no-match";

    // A scan period, and this long for reading and deciding.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    public static IEnumerable<Breach> Check(Recording recording) =>
        [.. Undecided(recording), .. Twice(recording), .. Solutions(recording), .. Unfounded(recording)];

    /// <summary>Applications that wait in New applicant and must have been decided by now.</summary>
    public static IReadOnlyList<LeverOpportunityState> Waiting(Recording recording)
    {
        var settings = recording.Tables.Facts.Settings;
        var open = recording
            .World.Postings.Where(p => p.IsOpen && (settings.IncludeConfidential || !p.IsConfidential))
            .Select(p => p.Id)
            .ToHashSet(StringComparer.Ordinal);
        var decided = DecidedApplications(recording);
        return
        [
            .. recording.World.Opportunities.Where(o =>
                o is { Application: { } application, Posting: { } posting, Stage: Marks.NewApplicantStage }
                && o is { IsArchived: false, IsAnonymized: false, IsConsentRefused: false }
                && (settings.IncludeConfidential || !o.IsConfidential)
                && open.Contains(posting)
                && !decided.Contains(application)
            ),
        ];
    }

    private static IEnumerable<Breach> Undecided(Recording recording)
    {
        if (recording.Tables.Facts.Connection != ConnectionStatus.Connected)
        {
            return [];
        }

        var scans = ScanLists(recording);
        var queued = recording
            .Tables.Work.Where(w => w.Kind == WorkKind.Contact)
            .Select(w => w.Id)
            .ToHashSet(StringComparer.Ordinal);
        return Waiting(recording)
            .Where(o => !IsWaitedFor(recording, o))
            .Select(o => (Application: o, Since: WaitsSince(recording, o)))
            .Where(w => MustBeDecided(recording, w.Application, w.Since, scans, queued))
            .Select(w =>
                new Breach(
                    Id,
                    "undecided",
                    queued.Contains(w.Application.Contact)
                        ? "An application waits in New applicant, is queued, and was not decided in time."
                        : "An application waits in New applicant, was there to be seen, and nothing will decide it.",
                    w.Application.Application,
                    w.Application.Id
                ).At([.. scans.Where(s => s.ReceivedAtReal > w.Since).Take(1).Select(s => s.Seq)])
            );
    }

    private static bool MustBeDecided(
        Recording recording,
        LeverOpportunityState application,
        long since,
        IReadOnlyList<LeverEvent> scans,
        HashSet<string> queued
    )
    {
        var facts = recording.Tables.Facts;
        var isLate = since + (facts.Settings.ScanEvery + Slack).TotalMilliseconds < recording.World.Now;
        if (recording.MustBeAtRest || isLate)
        {
            return true;
        }

        var wasListed =
            application.CreatedAt < recording.Tables.ConnectedAt
                ? facts.Sync.IsComplete
                : scans.Any(s => s.ReceivedAtReal > since);
        return wasListed && !queued.Contains(application.Contact);
    }

    // From when on it was as it is now: applied, moved back, restored, or its posting opened.
    private static long WaitsSince(Recording recording, LeverOpportunityState application) =>
        recording
            .OthersChanges.Where(c =>
                c.Change.Opportunity == application.Id
                || (
                    c.Change.Posting == application.Posting
                    && c.Change.Kind is LeverChange.PostingCreated or LeverChange.PostingUpdated
                )
            )
            .Select(c => c.VisibleAt)
            .Append(application.CreatedAt + recording.World.LateVisibilityMs)
            .Max();

    // A résumé that Lever still processes is waited for.
    private static bool IsWaitedFor(Recording recording, LeverOpportunityState application) =>
        recording.Tables.Undecided.TryGetValue(application.Contact, out var contact)
        && contact is { ResumeStatus: ResumeStatus.Waiting, WaitUntil: { } until }
        && until.ToUnixTimeMilliseconds() > recording.World.Now;

    private static List<LeverEvent> ScanLists(Recording recording) =>
        [
            .. recording.OurRequests.Where(e =>
                e is { Route: "GET /opportunities", Status: 200, AnswerLost: false, Fault: null }
                && e.Query?.Contains("updated_at_start", StringComparison.Ordinal) == true
            ),
        ];

    private static IEnumerable<Breach> Twice(Recording recording) =>
        recording
            .Tables.Decisions.Where(d => d.Solution != Solution.Arkiive)
            .GroupBy(d => (d.Solution, d.Subject, d.Generation))
            .Where(g => g.Count() > 1)
            .Select(g => new Breach(
                Id,
                "decided-twice",
                $"An application has {g.Count()} decisions of {g.Key.Solution} in generation {g.Key.Generation}.",
                [g.Key.Subject, .. g.Select(d => d.DecisionId)]
            ));

    // REFiiNE follows a FiiLTER that found no match, and only that.
    private static IEnumerable<Breach> Solutions(Recording recording)
    {
        var refined = recording
            .Tables.Decisions.Where(d => d.Solution == Solution.Refiine)
            .Select(d => (d.Subject, d.Generation))
            .ToHashSet();
        var filtered = recording
            .Tables.Decisions.Where(d => d.Solution == Solution.Fiilter)
            .DistinctBy(d => (d.Subject, d.Generation))
            .ToDictionary(d => (d.Subject, d.Generation), d => d.Verdict);
        foreach (var (key, verdict) in filtered)
        {
            if (verdict == NoMatch != refined.Contains(key))
            {
                yield return new Breach(
                    Id,
                    "second-chance",
                    verdict == NoMatch
                        ? "FiiLTER found no match and REFiiNE did not decide."
                        : $"REFiiNE decided an application that FiiLTER judged '{verdict}'.",
                    key.Subject
                );
            }
        }

        foreach (var key in refined.Where(key => !filtered.ContainsKey(key)))
        {
            yield return new Breach(Id, "second-chance", "REFiiNE decided what FiiLTER did not.", key.Subject);
        }
    }

    private static IEnumerable<Breach> Unfounded(Recording recording)
    {
        var known = recording.World.Opportunities.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        return recording
            .Tables.Decisions.Where(d =>
                d.OpportunityId is { } id
                && !known.Contains(id)
                && !recording.IsGone(id)
                && d.DecidedAt.ToUnixTimeMilliseconds() <= recording.World.Now
            )
            .Select(d => new Breach(
                Id,
                "unknown-application",
                "A decision is about an opportunity that Lever does not have.",
                d.DecisionId,
                d.OpportunityId
            ));
    }

    private static HashSet<string> DecidedApplications(Recording recording) =>
        recording
            .Tables.Decisions.Where(d => d.Solution == Solution.Fiilter)
            .Select(d => d.Subject)
            .ToHashSet(StringComparer.Ordinal);
}
