using System.Collections.Immutable;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Scans;

/// <summary>
/// One scan: stages, changed postings, changed opportunities, deleted opportunities, in that order, since a posting must
/// be known to be open before its applications are looked at. Pages are saved as they come; the cursors move at the end,
/// so that a crash repeats and never skips.
/// </summary>
internal sealed class AccountScanner(AccountContext account, IMirrorStore mirror, PersonKeys persons)
{
    private HashSet<string>? _open;

    private AccountConnection Connection =>
        account.Connection ?? throw new InvalidOperationException("The account is not connected.");

    /// <summary>Pages and short lists read so far.</summary>
    public long Calls { get; private set; }

    /// <summary>Scans. Returns how many records were news.</summary>
    /// <exception cref="LeverException">Lever could not be read; what was read before is saved.</exception>
    public async Task<int> ScanAsync(CancellationToken cancellationToken)
    {
        var stages = await ReadStagesAsync(cancellationToken);
        await account.UpdateAsync(s => s.WithStages(stages));
        var cursors = account.State.Cursors;
        var (postings, postingsMs) = await ScanPostingsAsync(cursors, cancellationToken);
        var (opportunities, opportunitiesMs) = await ScanOpportunitiesAsync(cursors, cancellationToken);
        var (deleted, deletedMs) = await ScanDeletedAsync(cursors, cancellationToken);
        await account.UpdateAsync(s => s.Scanned(postings > 0, postingsMs, opportunitiesMs, deletedMs));
        return postings + opportunities + deleted;
    }

    /// <summary>Looks for changed opportunities alone: while the first synchronisation runs, new applications must not wait for a scan.</summary>
    public async Task<int> PollOpportunitiesAsync(CancellationToken cancellationToken)
    {
        var (changed, seenMs) = await ScanOpportunitiesAsync(account.State.Cursors, cancellationToken);
        if (changed > 0)
        {
            await account.UpdateAsync(s => s.Scanned(false, null, seenMs, null));
        }

        return changed;
    }

    /// <summary>Lists one window of the first synchronisation. Returns whether there is another.</summary>
    public async Task<bool> SyncWindowAsync(CancellationToken cancellationToken)
    {
        var window = account.State.Sync.Next(Connection.Record.ConnectedAt);
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
            await SaveOpportunitiesAsync(page.Items, cancellationToken);
        }

        await account.UpdateAsync(s => s with { Sync = s.Sync.Finish(window, rows) });
        return !account.State.Sync.IsComplete;
    }

    private LeverConfidentiality Confidentiality =>
        account.State.Settings.IncludeConfidential ? LeverConfidentiality.All : LeverConfidentiality.NonConfidential;

    private async Task<ImmutableArray<StageInfo>> ReadStagesAsync(CancellationToken cancellationToken)
    {
        var page = await Connection.Lever.ListStagesAsync(LeverPriority.NewApplication, cancellationToken);
        Calls++;
        return [.. page.Items.Select(s => new StageInfo(s.Id, s.Text))];
    }

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
        var (changed, seenMs) = (0, (long?)null);
        var isFirstScan = cursors.PostingsMs is null;
        await foreach (
            var page in Connection.Lever.ListPostingsAsync(query, LeverPriority.NewApplication, cancellationToken)
        )
        {
            Calls++;
            var rows = page.Items.Select(p => PostingMapping.ToRow(p, null)).ToList();
            var known = await KnownAsync(rows, cancellationToken);
            var save = ScanPlanner.Postings(rows, known, isFirstScan, account.Now);
            await SaveAsync(save, cancellationToken);
            await OpenPostingsAsync(save.Postings, cancellationToken);
            await ScanWaitingOnAsync(Reopened(save.Postings, known), cancellationToken);
            changed += save.Postings.Count;
            seenMs = rows.Aggregate(seenMs, (latest, r) => ScanCursors.Later(latest, r.UpdatedAtMs ?? r.CreatedAtMs));
        }

        // An account without postings has a first scan only once all the same.
        return (changed, seenMs ?? (isFirstScan ? Connection.Record.ConnectedAt.ToUnixTimeMilliseconds() : null));
    }

    // Whoever applied before the posting closed still waits in New applicant, and their opportunities did not change.
    private async Task ScanWaitingOnAsync(List<string> postingIds, CancellationToken cancellationToken)
    {
        foreach (var ids in postingIds.Chunk(OpportunityQuery.MaxValues))
        {
            var query = new OpportunityQuery
            {
                PostingIds = ids,
                StageIds = [LeverStage.NewApplicant],
                Archived = false,
                Confidentiality = Confidentiality,
            };
            await foreach (
                var page in Connection.Lever.ListOpportunitiesAsync(
                    query,
                    LeverPriority.NewApplication,
                    cancellationToken
                )
            )
            {
                await SaveOpportunitiesAsync(page.Items, cancellationToken, isReopened: true);
            }
        }
    }

    private static List<string> Reopened(IEnumerable<PostingRow> rows, Dictionary<string, PostingRow> known) =>
        [
            .. rows.Where(r => r.IsOpen && known.TryGetValue(r.PostingId, out var old) && !old.IsOpen)
                .Select(r => r.PostingId),
        ];

    private async Task<(int Changed, long? SeenMs)> ScanOpportunitiesAsync(
        ScanCursors cursors,
        CancellationToken cancellationToken
    )
    {
        var query = new OpportunityQuery
        {
            UpdatedSince = ScanCursors.Since(
                cursors.OpportunitiesMs ?? Connection.Record.ConnectedAt.ToUnixTimeMilliseconds()
            ),
            Confidentiality = Confidentiality,
        };
        var (changed, seenMs) = (0, (long?)null);
        await foreach (
            var page in Connection.Lever.ListOpportunitiesAsync(query, LeverPriority.NewApplication, cancellationToken)
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
        var since = ScanCursors.Since(cursors.DeletedMs ?? Connection.Record.ConnectedAt.ToUnixTimeMilliseconds());
        var (changed, seenMs) = (0, (long?)null);
        await foreach (
            var page in Connection.Lever.ListDeletedOpportunitiesAsync(
                since,
                LeverPriority.NewApplication,
                cancellationToken
            )
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
        bool isReopened = false
    )
    {
        var rows = items
            .Select(o => (Lever: o, Row: OpportunityMapping.ToRow(o, account.Now)))
            .Where(p => p.Row is not null)
            .DistinctBy(p => p.Lever.Id)
            .ToList();
        var seen = rows.Select(p => p.Row).OfType<OpportunityRow>().ToList();
        var contacts = rows.Select(p => OpportunityMapping.ToContact(p.Lever, p.Row!.ContactId, account.Key, persons))
            .DistinctBy(c => c.ContactId)
            .ToList();
        var known = isReopened
            ? new Dictionary<string, OpportunityRow>(StringComparer.Ordinal)
            : await mirror.FindOpportunitiesAsync(
                account.Key,
                [.. seen.Select(o => o.OpportunityId)],
                cancellationToken
            );
        var knownContacts = await mirror.FindContactsAsync(
            account.Key,
            [.. contacts.Select(c => c.ContactId)],
            cancellationToken
        );
        var save = ScanPlanner.Opportunities(seen, known, contacts, knownContacts, await ViewAsync(cancellationToken));
        await SaveAsync(save, cancellationToken);
        return save.Opportunities.Count;
    }

    private async Task<Dictionary<string, PostingRow>> KnownAsync(
        IEnumerable<PostingRow> rows,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<string, PostingRow>(StringComparer.Ordinal);
        foreach (var id in rows.Select(r => r.PostingId))
        {
            if (await mirror.FindPostingAsync(account.Key, id, cancellationToken) is { } row)
            {
                known[id] = row;
            }
        }

        return known;
    }

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
        _open.UnionWith(changed.Where(p => p.IsOpen).Select(p => p.PostingId));
        _open.ExceptWith(changed.Where(p => !p.IsOpen).Select(p => p.PostingId));
        return _open;
    }

    private async Task<ScanView> ViewAsync(CancellationToken cancellationToken) =>
        new(
            await OpenPostingsAsync([], cancellationToken),
            LeverStages.FindNewApplicant(account.State.Stages)?.StageId ?? LeverStage.NewApplicant,
            account.State.Settings,
            account.State.Sync.IsComplete
        );

    private async Task SaveAsync(ScanSave save, CancellationToken cancellationToken)
    {
        if (!save.IsEmpty)
        {
            await mirror.SaveAsync(account.Key, Connection.Epoch, save, cancellationToken);
        }
    }
}
