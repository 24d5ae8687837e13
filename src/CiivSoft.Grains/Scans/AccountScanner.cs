using System.Collections.Frozen;
using System.Collections.Immutable;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Scans;

/// <summary>
/// One scan: stages, changed postings, changed opportunities, deleted opportunities, in that order, since a posting must
/// be known to be open before its applications are looked at. Pages are saved as they come; the cursors move at the end,
/// so that a crash repeats and never skips.
/// </summary>
internal sealed partial class AccountScanner(
    AccountContext account,
    IMirrorStore mirror,
    IDecisionStore decisions,
    PersonKeys persons
)
{
    private const int ConsentsAtOnce = 500;

    private AccountConnection Connection =>
        account.Connection ?? throw new InvalidOperationException("The account is not connected.");

    /// <summary>Rights that the last scan had to do without.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Pages and short lists read so far.</summary>
    public long Calls { get; private set; }

    private async Task<int> ScanPartsAsync(CancellationToken cancellationToken)
    {
        var (startedAt, confidentiality) = (account.Now, Confidentiality);
        Refused.Clear();
        _lookedThrough.Clear();
        if (await WhereAllowedAsync(() => ReadStagesAsync(cancellationToken)) is { } stages)
        {
            await account.UpdateAsync(s => s.WithStages(stages));
        }

        var cursors = account.State.Cursors;
        var postings = await ScanPostingsAsync(cursors, cancellationToken);
        var opportunities = await ScanOpportunitiesAsync(cursors, cancellationToken);
        _openedNow.Clear();
        // What was switched on meanwhile is left to the next scan.
        account.Remember(s => s.Opened(_lookedThrough));
        var deleted = await WhereAllowedAsync(() => ScanDeletedAsync(cursors, cancellationToken));
        if (Confidentiality == confidentiality)
        {
            // The end of the scan is stored, and they with it. What takes part only since the scan began was not listed by it.
            account.Remember(s => s.Scanned(postings.SeenMs, opportunities.SeenMs, deleted?.SeenMs, startedAt));
        }

        var ended = await SweepConsentsAsync(cancellationToken);
        return postings.Changed + opportunities.Changed + (deleted?.Changed ?? 0) + ended;
    }

    // Lever lists nobody for having let a date pass.
    private async Task<int> SweepConsentsAsync(CancellationToken cancellationToken)
    {
        var swept = 0;
        while (
            await mirror.EndedConsentsAsync(account.Key, account.Now, ConsentsAtOnce, cancellationToken)
                is { Count: > 0 } ended
        )
        {
            await SaveAsync(ScanPlanner.ConsentEnded(ended), cancellationToken);
            swept += ended.Count;
        }

        return swept;
    }

    // A part that the key may not read is left out and reported; the others go on. Without any stages nothing can go on.
    private async Task<T?> WhereAllowedAsync<T>(Func<Task<T>> read)
        where T : struct
    {
        try
        {
            return await read();
        }
        catch (LeverException refused)
            when (refused is { IsMissingRight: true, IsUnauthorized: false } && !account.State.Stages.IsEmpty)
        {
            Refused.Add(refused.Right);
            var finding = AccountFindings.MissingRight(refused.Right, account.Now);
            await account.UpdateAsync(s => s.Report(finding));
            return null;
        }
    }

    /// <summary>Looks for changed opportunities alone: while the first synchronisation runs, new applications must not wait for a scan.</summary>
    public async Task<int> PollOpportunitiesAsync(CancellationToken cancellationToken)
    {
        var (startedAt, confidentiality) = (account.Now, Confidentiality);
        var (changed, seenMs) = await ScanOpportunitiesAsync(account.State.Cursors, cancellationToken);
        if (changed > 0 && Confidentiality == confidentiality)
        {
            await MoveCursorAsync(seenMs, startedAt);
        }

        return changed;
    }

    private async Task MoveCursorAsync(long? opportunitiesMs, DateTimeOffset startedAt)
    {
        var saved = account.Saved.Cursors;
        account.Remember(s => s.Scanned(null, opportunitiesMs, null, startedAt));
        if (account.State.Cursors.MustBeSaved(saved))
        {
            await account.SaveAsync();
        }
    }

    /// <summary>Lists one window of the first synchronisation. Returns whether there is another.</summary>
    public async Task<bool> SyncWindowAsync(CancellationToken cancellationToken)
    {
        var begun = account.State.Sync;
        var window = begun.Next(Connection.Record.ConnectedAt);
        var query = new OpportunityQuery
        {
            CreatedFrom = window.From,
            CreatedTo = window.To,
            Confidentiality = Confidentiality,
        };
        var rows = 0;
        await foreach (
            var page in Connection.Lever.ListOpportunitiesAsync(query, LeverPriority.Backfill, cancellationToken)
        )
        {
            rows = page.IsRestart ? page.Items.Count : rows + page.Items.Count;
            await SaveOpportunitiesAsync(page.Items, cancellationToken, isBackfill: true);
        }

        // It may have begun anew meanwhile, for more than was listed here.
        await account.UpdateAsync(s => s.Sync == begun ? s with { Sync = begun.Finish(window, rows) } : s);
        return !account.State.Sync.IsComplete;
    }

    // Until Lever showed a change there is only our own clock to go by, which may be ahead of Lever's.
    private long StartMs => Connection.Record.ConnectedAt.AddDays(-1).ToUnixTimeMilliseconds();

    private string NewApplicantStageId =>
        LeverStages.FindNewApplicant(account.State.Stages)?.StageId ?? LeverStage.NewApplicant;

    private LeverConfidentiality Confidentiality =>
        account.State.Settings.IncludeConfidential ? LeverConfidentiality.All : LeverConfidentiality.NonConfidential;

    private async Task<ImmutableArray<StageInfo>> ReadStagesAsync(CancellationToken cancellationToken)
    {
        var page = await Connection.Lever.ListStagesAsync(LeverPriority.Scan, cancellationToken);
        Calls++;
        return [.. page.Items.Select(s => new StageInfo(s.Id, s.Text))];
    }

    private async Task<(int Changed, long? SeenMs)> ScanOpportunitiesAsync(
        ScanCursors cursors,
        CancellationToken cancellationToken
    )
    {
        var query = new OpportunityQuery
        {
            UpdatedSince = ScanCursors.Since(cursors.OpportunitiesMs ?? StartMs),
            Confidentiality = Confidentiality,
        };
        var (changed, seenMs) = (0, (long?)null);
        await foreach (
            var page in Connection.Lever.ListOpportunitiesAsync(query, LeverPriority.Scan, cancellationToken)
        )
        {
            Calls++;
            changed += await SaveOpportunitiesAsync(page.Items, cancellationToken);
            seenMs = page.Items.Aggregate(
                seenMs,
                (latest, o) => ScanCursors.Later(latest, o.UpdatedAt?.ToUnixTimeMilliseconds())
            );
        }

        return (changed, seenMs);
    }

    private async Task<(int Changed, long? SeenMs)> ScanDeletedAsync(
        ScanCursors cursors,
        CancellationToken cancellationToken
    )
    {
        var since = ScanCursors.Since(cursors.DeletedMs ?? StartMs);
        var (changed, seenMs) = (0, (long?)null);
        await foreach (
            var page in Connection.Lever.ListDeletedOpportunitiesAsync(since, LeverPriority.Scan, cancellationToken)
        )
        {
            Calls++;
            var at = page
                .Items.DistinctBy(o => o.Id)
                .ToDictionary(
                    o => o.Id,
                    o => (o.DeletedAt ?? account.Now).ToUnixTimeMilliseconds(),
                    StringComparer.Ordinal
                );
            var known = await mirror.FindOpportunitiesAsync(account.Key, at.Keys, cancellationToken);
            var save = ScanPlanner.Deleted(at, known);
            await SaveAsync(save, cancellationToken);
            changed += save.Opportunities.Count;
            seenMs = page.Items.Aggregate(
                seenMs,
                (latest, o) => ScanCursors.Later(latest, o.DeletedAt?.ToUnixTimeMilliseconds())
            );
        }

        return (changed, seenMs);
    }

    private async Task<int> SaveOpportunitiesAsync(
        IReadOnlyList<LeverOpportunity> items,
        CancellationToken cancellationToken,
        bool isReopened = false,
        bool isBackfill = false
    )
    {
        var rows = items
            .Select(o => (Lever: o, Row: OpportunityMapping.ToRow(o, account.Now)))
            .Where(p => p.Row is not null)
            .DistinctBy(p => p.Lever.Id)
            .ToList();
        var seen = rows.Select(p => p.Row).OfType<OpportunityRow>().ToList();
        var contacts = rows.Select(p => OpportunityMapping.ToContact(p.Lever, p.Row!, account.Key, persons))
            .DistinctBy(c => c.ContactId)
            .ToList();
        var known = await mirror.FindOpportunitiesAsync(
            account.Key,
            [.. seen.Select(o => o.OpportunityId)],
            cancellationToken
        );
        var knownContacts = await mirror.FindContactsAsync(
            account.Key,
            [.. contacts.Select(c => c.ContactId)],
            cancellationToken
        );
        var save = ScanPlanner.Opportunities(
            seen,
            known,
            contacts,
            knownContacts,
            await ViewAsync(seen, known, isBackfill, isReopened, cancellationToken)
        );
        await SaveAsync(save, cancellationToken);
        return save.Opportunities.Count;
    }

    private async Task<ScanView> ViewAsync(
        IReadOnlyList<OpportunityRow> seen,
        IReadOnlyDictionary<string, OpportunityRow> known,
        bool isBackfill,
        bool isReopened,
        CancellationToken cancellationToken
    )
    {
        var open = await OpenPostingsAsync([], cancellationToken);
        var view = new ScanView(open, NewApplicantStageId, account.State.Settings, isBackfill)
        {
            OpenedNow = _openedNow,
            IsReopened = isReopened,
        };
        var mayBeDecided = seen.Where(o => view.IsWaitingApplication(o) && ScanPlanner.IsChanged(o, known, view))
            .Select(o => o.ApplicationId)
            .OfType<string>()
            .ToList();
        return view with { Decided = await DecidedAsync(mayBeDecided, cancellationToken) };
    }

    private async Task<FrozenSet<string>> DecidedAsync(List<string> applicationIds, CancellationToken cancellationToken)
    {
        if (applicationIds.Count == 0)
        {
            return [];
        }

        var made = await decisions.OfApplicationsAsync(account.Key, applicationIds, cancellationToken);
        return made.Select(d => d.Subject).ToFrozenSet(StringComparer.Ordinal);
    }
}
