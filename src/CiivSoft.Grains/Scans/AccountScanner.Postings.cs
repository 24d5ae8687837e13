using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Switches;
using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Scans;

/// <summary>Changed postings, and which of them are open.</summary>
internal sealed partial class AccountScanner
{
    // Found open for the first time by the scan in hand; a scan that fails leaves them to the next one.
    private readonly HashSet<string> _openedNow = new(StringComparer.Ordinal);

    // Whose waiting applications the scan in hand listed, or that are closed by now.
    private readonly HashSet<string> _lookedThrough = new(StringComparer.Ordinal);

    private HashSet<string>? _open;

    // What was stored before, by an activation before this one too, may not have been told to the silos.
    private bool _mayBeUntold = true;

    private async Task<(int Changed, long? SeenMs)> ScanPostingsAsync(
        ScanCursors cursors,
        CancellationToken cancellationToken
    )
    {
        var query = new PostingQuery
        {
            UpdatedSince = ScanCursors.Since(cursors.PostingsMs),
            Confidentiality = Confidentiality,
        };
        await OpenPostingsAsync([], cancellationToken); // as they were before this scan
        var left = account.State.Opening;
        var (changed, seenMs) = (0, (long?)null);
        var isFirstScan = cursors.PostingsMs is null;
        await foreach (var page in Connection.Lever.ListPostingsAsync(query, LeverPriority.Scan, cancellationToken))
        {
            Calls++;
            var rows = page.Items.Select(p => PostingMapping.ToRow(p, null)).ToList();
            var known = await mirror.FindPostingsAsync(
                account.Key,
                [.. rows.Select(r => r.PostingId)],
                cancellationToken
            );
            var save = ScanPlanner.Postings(rows, known, isFirstScan, account.Now);
            var switchedOn = await TakeTagsAsync(page.Items, rows);
            var opening = Opening(save.Postings, known, isFirstScan);
            await account.UpdateAsync(s => s.Opens(opening));
            await SavePostingsAsync(save, cancellationToken);
            if (_mayBeUntold)
            {
                // At once: what is queued from here on must meet these postings.
                await account.UpdateAsync(s => s.PostingsChanged(account.Now));
                _mayBeUntold = false;
            }

            await SaveAsync(ScanPlanner.SwitchedOn(switchedOn, account.Now), cancellationToken);
            await ScanWaitingOnAsync([.. opening.Union(switchedOn)], cancellationToken);
            _lookedThrough.UnionWith(opening.Union(switchedOn));
            changed += save.Postings.Count;
            seenMs = rows.Aggregate(seenMs, (latest, r) => ScanCursors.Later(latest, r.UpdatedAtMs ?? r.CreatedAtMs));
        }

        await ScanWaitingOnAsync([.. left.Where(_open!.Contains)], cancellationToken); // Loaded above.
        _lookedThrough.UnionWith(left);
        // An account without postings has a first scan only once all the same.
        return (changed, seenMs ?? (isFirstScan ? StartMs : null));
    }

    // Returns the open postings that were off until now.
    private async Task<IReadOnlyList<string>> TakeTagsAsync(
        IReadOnlyList<LeverPosting> listed,
        IReadOnlyList<PostingRow> rows
    )
    {
        var off = rows.Where(r => r.IsOpen && account.State.ModeOf(r.PostingId) == RunMode.Off).ToList();
        await account.UpdateAsync(s => s.WithPostingTags(listed.Select(p => (p.Id, PostingTags.ModeOf(p.Tags)))));
        return [.. off.Select(r => r.PostingId).Where(id => account.State.ModeOf(id) != RunMode.Off)];
    }

    // A save that fails may have been committed: then what is open is read again, not remembered, and told by the next scan.
    private async Task SavePostingsAsync(ScanSave save, CancellationToken cancellationToken)
    {
        var before = _open;
        _open = null;
        _mayBeUntold |= save.Postings.Count > 0;
        await SaveAsync(save, cancellationToken);
        _open = before;
        await OpenPostingsAsync(save.Postings, cancellationToken);
    }

    // Whoever applied before the posting closed, or before it was seen at all, still waits in New applicant, and their opportunities
    // did not change.
    private async Task ScanWaitingOnAsync(List<string> postingIds, CancellationToken cancellationToken)
    {
        foreach (var ids in postingIds.Chunk(OpportunityQuery.MaxValues))
        {
            var query = new OpportunityQuery
            {
                PostingIds = ids,
                StageIds = [NewApplicantStageId],
                Archived = false,
                Confidentiality = Confidentiality,
            };
            await foreach (
                var page in Connection.Lever.ListOpportunitiesAsync(query, LeverPriority.Scan, cancellationToken)
            )
            {
                await SaveOpportunitiesAsync(page.Items, cancellationToken, isReopened: true);
            }
        }
    }

    // The first scan's own postings are no news: the first synchronisation reads whoever applied to them.
    private static List<string> Opening(
        IEnumerable<PostingRow> rows,
        IReadOnlyDictionary<string, PostingRow> known,
        bool isFirstScan
    ) =>
        [
            .. rows.Where(r => r.IsOpen && (known.TryGetValue(r.PostingId, out var old) ? !old.IsOpen : !isFirstScan))
                .Select(r => r.PostingId),
        ];

    // The ids of open postings stay in memory: reading every posting's text again for each page would cost more than the page.
    private async Task<HashSet<string>> OpenPostingsAsync(
        IReadOnlyList<PostingRow> changed,
        CancellationToken cancellationToken
    )
    {
        _open ??= (await mirror.ListPostingsAsync(account.Key, cancellationToken))
            .Where(p => p.IsOpen)
            .Select(p => p.PostingId)
            .ToHashSet(StringComparer.Ordinal);
        _openedNow.UnionWith(changed.Where(p => p.IsOpen && !_open.Contains(p.PostingId)).Select(p => p.PostingId));
        _open.UnionWith(changed.Where(p => p.IsOpen).Select(p => p.PostingId));
        _open.ExceptWith(changed.Where(p => !p.IsOpen).Select(p => p.PostingId));
        return _open;
    }
}
