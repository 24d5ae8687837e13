using System.Collections.Frozen;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Scans;

/// <summary>Decides what a page of a scan changes: rows to save and work to queue. Pure.</summary>
internal static class ScanPlanner
{
    /// <summary>
    /// Compares a page with what is known. What did not change costs nothing; a person new to us is backlog, an
    /// application in New applicant on an open posting is urgent.
    /// </summary>
    public static ScanSave Opportunities(
        IReadOnlyList<OpportunityRow> seen,
        IReadOnlyDictionary<string, OpportunityRow> known,
        IReadOnlyList<ContactRow> contacts,
        IReadOnlyDictionary<string, ContactRow> knownContacts,
        ScanView view
    )
    {
        var changed = seen.Where(o => IsChanged(o, known, view))
            .Select(o => Signalled(o, known.GetValueOrDefault(o.OpportunityId)))
            .ToList();
        var work = new Dictionary<string, WorkItem>(StringComparer.Ordinal);
        foreach (var opportunity in changed)
        {
            if (
                WorkFor(opportunity, known.GetValueOrDefault(opportunity.OpportunityId), knownContacts, view) is
                { } item
            )
            {
                work[item.Id] =
                    work.TryGetValue(item.Id, out var other) && other.Priority <= item.Priority ? other : item;
            }
        }

        return new ScanSave
        {
            Opportunities = changed,
            Contacts = [.. contacts.Where(c => IsNews(c, knownContacts))],
            Work = [.. work.Values],
        };
    }

    /// <summary>Whether a record must be looked at: it is not what is known, or its posting was found open only now.</summary>
    public static bool IsChanged(
        OpportunityRow seen,
        IReadOnlyDictionary<string, OpportunityRow> known,
        ScanView view
    ) => !known.TryGetValue(seen.OpportunityId, out var old) || !IsSame(old, seen) || view.IsOnOpenedPosting(seen);

    /// <summary>
    /// Compares postings with what is known. On the first scan of an account nothing opens: what is open was open before.
    /// </summary>
    public static ScanSave Postings(
        IReadOnlyList<PostingRow> seen,
        IReadOnlyDictionary<string, PostingRow> known,
        bool isFirstScan,
        DateTimeOffset now
    )
    {
        var rows = new List<PostingRow>();
        var work = new List<WorkItem>();
        var activity = new List<ActivityRow>();
        foreach (var posting in seen)
        {
            var old = known.GetValueOrDefault(posting.PostingId);
            var opens = posting.IsOpen && old is not { IsOpen: true };
            var row = posting with { OpenedAt = opens ? now : old?.OpenedAt };
            if (row == old)
            {
                continue;
            }

            rows.Add(row);
            if (opens && !isFirstScan)
            {
                work.Add(RunFor(posting.PostingId, now));
                activity.Add(Opened(posting.PostingId, now));
            }
        }

        return new ScanSave
        {
            Postings = rows,
            // One that was closed and opened again between two scans was open in both.
            OpenPostings = [.. rows.Where(r => r.IsOpen && known.ContainsKey(r.PostingId)).Select(r => r.PostingId)],
            Work = work,
            Activity = activity,
        };
    }

    /// <summary>Opportunities that Lever deleted: marked, and their people looked at again, who may have to be erased.</summary>
    public static ScanSave Deleted(
        IReadOnlyDictionary<string, long> deletedAt,
        IReadOnlyDictionary<string, OpportunityRow> known
    )
    {
        var rows = known
            .Values.Where(o => o.DeletedAtMs is null && deletedAt.ContainsKey(o.OpportunityId))
            .Select(o => o with { DeletedAtMs = deletedAt[o.OpportunityId] })
            .ToList();
        return new ScanSave
        {
            Opportunities = rows,
            Work = [.. rows.Select(o => ContactWork(o, WorkPriority.NewApplication)).DistinctBy(w => w.Id)],
        };
    }

    /// <summary>People whose consent ended by time: marked, and looked at to be erased, although Lever lists no change of them.</summary>
    public static ScanSave ConsentEnded(IReadOnlyList<OpportunityRow> ended) =>
        new()
        {
            Opportunities = [.. ended.Select(o => o with { ConsentRefused = true })],
            Work = [.. ended.Select(o => ContactWork(o, WorkPriority.NewApplication)).DistinctBy(w => w.Id)],
        };

    /// <summary>Open postings that were off until now: ARKiiVE fills what is left of their N.</summary>
    public static ScanSave SwitchedOn(IEnumerable<string> postingIds, DateTimeOffset now) =>
        new() { Work = [.. postingIds.Select(id => RunFor(id, now, ArkiiveCauses.SwitchedOn))] };

    public static WorkItem RunFor(string postingId, DateTimeOffset now, string cause = ArkiiveCauses.Opened) =>
        new()
        {
            Kind = WorkKind.Posting,
            Id = postingId,
            Priority = WorkPriority.NewPosting,
            NewestMs = now.ToUnixTimeMilliseconds(),
            Reason = cause,
        };

    /// <summary>Tells of a scan that found changes; undo finds by it what was decided from then on.</summary>
    public static ActivityRow ScanLine(DateTimeOffset startedAt) =>
        new()
        {
            At = startedAt,
            Kind = ActivityKinds.Scan,
            Message = "A scan found changes.",
        };

    private static WorkItem? WorkFor(
        OpportunityRow opportunity,
        OpportunityRow? old,
        IReadOnlyDictionary<string, ContactRow> knownContacts,
        ScanView view
    )
    {
        if (opportunity.MustBeErased() || view.IsUndecidedApplication(opportunity))
        {
            return ContactWork(opportunity, WorkPriority.NewApplication);
        }

        var isNewPerson = !knownContacts.TryGetValue(opportunity.ContactId, out var contact);
        var mayHaveNewResume =
            old is null
            && opportunity.LeadOf is null
            && (!view.IsBackfill || contact?.ResumeStatus is not ResumeStatus.Read);
        // Whoever was erased, and may be kept again by now, is read again.
        var isBack = old?.MustBeErased() == true;
        var hasSignal = opportunity.ResumeSignal > (old?.ResumeSignal ?? 0);
        return isNewPerson || mayHaveNewResume || isBack || hasSignal
            ? ContactWork(opportunity, WorkPriority.Backfill)
            : null;
    }

    private static WorkItem ContactWork(OpportunityRow opportunity, WorkPriority priority) =>
        new()
        {
            Kind = WorkKind.Contact,
            Id = opportunity.ContactId,
            Priority = priority,
            NewestMs = opportunity.CreatedAtMs,
        };

    private static bool IsNews(ContactRow contact, IReadOnlyDictionary<string, ContactRow> known) =>
        !known.TryGetValue(contact.ContactId, out var old)
        || (old.PersonKey != contact.PersonKey && contact.PersonKey != contact.ContactId)
        || (old.PersonJson != contact.PersonJson && contact.PersonJson is not null)
        || (old.Country != contact.Country && contact.PersonJson is not null);

    private static bool IsSame(OpportunityRow old, OpportunityRow seen) =>
        old == seen with { DeletedAtMs = old.DeletedAtMs, ResumeSignal = old.ResumeSignal };

    // A signal counts up and never down, so that whoever looked for a résumé knows whether to look again.
    private static OpportunityRow Signalled(OpportunityRow seen, OpportunityRow? old) =>
        old is null ? seen
        : Fingerprints.HintAtResume(old, seen) ? seen with { ResumeSignal = old.ResumeSignal + 1 }
        : seen with { ResumeSignal = old.ResumeSignal };

    private static ActivityRow Opened(string postingId, DateTimeOffset now) =>
        new()
        {
            At = now,
            Kind = "posting-opened",
            Solution = Abstractions.Solution.Arkiive,
            PostingId = postingId,
            Message = "The posting opened; ARKiiVE is queued.",
        };
}

/// <summary>How the account stands while a page is compared.</summary>
/// <param name="OpenPostings">Ids of open postings that take part.</param>
/// <param name="NewApplicantStageId">Lever's id of New applicant.</param>
/// <param name="Settings">The account's settings.</param>
/// <param name="IsBackfill">Whether the page comes from the first synchronisation: it lists newest first, so that older records bring no newer résumé.</param>
internal sealed record ScanView(
    IReadOnlySet<string> OpenPostings,
    string NewApplicantStageId,
    AccountSettings Settings,
    bool IsBackfill
)
{
    /// <summary>Postings that this scan found open for the first time: what was seen of their applications before was not looked at.</summary>
    public IReadOnlySet<string> OpenedNow { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Those of the page's applications that were decided before: a change of such a record is nothing to look at.</summary>
    public IReadOnlySet<string> Decided { get; init; } = FrozenSet<string>.Empty;

    public bool IsUndecidedApplication(OpportunityRow opportunity) =>
        IsWaitingApplication(opportunity) && !Decided.Contains(opportunity.ApplicationId!);

    /// <summary>Whether the page lists who waits on a posting that opened again: all of them are looked at.</summary>
    public bool IsReopened { get; init; }

    /// <summary>Whether a waiting application must be looked at although it did not change.</summary>
    public bool IsOnOpenedPosting(OpportunityRow opportunity) =>
        IsReopened
        || (opportunity.PostingId is { } posting && OpenedNow.Contains(posting) && IsWaitingApplication(opportunity));

    /// <summary>FiiLTER looks at active opportunities in New applicant whose application is on an open posting.</summary>
    public bool IsWaitingApplication(OpportunityRow opportunity) =>
        opportunity is { ArchivedAtMs: null, DeletedAtMs: null, ApplicationId: not null, PostingId: { } posting }
        && opportunity.StageId == NewApplicantStageId
        && OpenPostings.Contains(posting)
        && (Settings.IncludeConfidential || !opportunity.IsConfidential);
}

/// <summary>Why ARKiiVE runs for a posting.</summary>
internal static class ArkiiveCauses
{
    public const string Opened = "opened";
    public const string SyncComplete = "sync-complete";
    public const string OnDemand = "on-demand";
    public const string Refill = "refill";
    public const string SwitchedOn = "switched-on";
}
