using CiivSoft.Abstractions;
using CiivSoft.Grains.Effects;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Accounts;

/// <summary>
/// Compares what carries our source in Lever with what is recorded (design.md 3, 8): a surplus and what is foreign are
/// reported and never removed, and while foreign leads go on appearing nothing is written.
/// </summary>
internal sealed class MarkReconciler(AccountContext account, IMirrorStore mirror, MarkerKey refs)
{
    // Read, and named with their Refs in the finding; the rest is counted.
    private const int Named = 3;

    // A lead whose answer was lost is recorded once it was read back; before that it is no surplus.
    private static readonly TimeSpan SettlingTime = TimeSpan.FromMinutes(15);

    /// <summary>Looks once. Returns whether writing has to rest from now on.</summary>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var foreign = await mirror.ForeignLeadsAsync(account.Key, cancellationToken);
        await ReportSurplusAsync(foreign, cancellationToken);
        var newest = foreign.Max(o => (long?)o.CreatedAtMs);
        var before = account.State.Foreign ?? new ForeignMarks { SinceMs = account.State.Cursors.OpportunitiesMs };
        var after = before.Seen(newest, account.Now + account.Times.Certain);
        var isNews = !ReferenceEquals(before, after);
        var seen = isNews ? await ReadRefsAsync(foreign, cancellationToken) : [];
        after = after with { IsSecond = after.IsSecond || (account.State.Foreign is null && seen.Any(IsOthers)) };
        await account.UpdateAsync(s =>
        {
            var next = isNews || s.Foreign is null ? s with { Foreign = after } : s;
            // A second installation is one until a person says that it is stopped.
            return foreign.Count == 0 ? next.Clear(AccountFindings.ForeignMarks)
                : isNews ? Tell(next, foreign.Count, seen)
                : next;
        });
        return isNews;
    }

    private async Task ReportSurplusAsync(IReadOnlyList<OpportunityRow> foreign, CancellationToken cancellationToken)
    {
        var unrecorded = await mirror.UnrecordedLeadsAsync(account.Key, postingId: null, cancellationToken);
        var ids = unrecorded
            .Where(o => account.Now - At(o.CreatedAtMs) > SettlingTime)
            .Select(o => o.OpportunityId)
            .Except(foreign.Select(o => o.OpportunityId), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        await account.UpdateAsync(s =>
            ids.Count == 0 ? s.Clear(AccountFindings.SurplusLeads) : s.Report(AccountFindings.Surplus(ids, account.Now))
        );
    }

    private AccountState Tell(
        AccountState state,
        int count,
        IEnumerable<(OpportunityRow Lead, IReadOnlyList<string> Refs)> seen
    )
    {
        var newest = seen.SelectMany(s => s.Refs).ToList();
        return state.Foreign is { IsSecond: true }
            ? state
                .Clear(AccountFindings.ForeignMarks)
                .Report(AccountFindings.Second(account.Key, count, newest, account.Now))
            : state.Report(AccountFindings.Foreign(count, newest, account.Times.Certain, account.Now));
    }

    // A database that was lost made its notes with this very key. Of REFiiNE's leads it is not known for which application they were.
    private bool IsOthers((OpportunityRow Lead, IReadOnlyList<string> Refs) seen)
    {
        var (lead, found) = seen;
        if (lead is not { LeadOf: Solution.Arkiive, PostingId: { } posting } || found.Count == 0)
        {
            return false;
        }

        var decision = EffectIds.OfDecision(
            account.Key,
            Solution.Arkiive,
            $"{posting}/{lead.ContactId}",
            generation: 0
        );
        var note = EffectIds.OfEffect(account.Key, EffectKind.Note, decision, NoteRoles.Lead);
        return !found.Contains(refs.RefFor(note), StringComparer.Ordinal);
    }

    // What a person looks for in Lever; the finding says as much without them. ARKiiVE's come first, since only they tell whose they are.
    private async Task<IReadOnlyList<(OpportunityRow Lead, IReadOnlyList<string> Refs)>> ReadRefsAsync(
        IReadOnlyList<OpportunityRow> foreign,
        CancellationToken cancellationToken
    )
    {
        var seen = new List<(OpportunityRow, IReadOnlyList<string>)>();
        try
        {
            foreach (
                var lead in foreign
                    .OrderByDescending(o => o.LeadOf == Solution.Arkiive)
                    .ThenByDescending(o => o.CreatedAtMs)
                    .Take(Named)
            )
            {
                var notes = await account.Connection!.Lever.ListNotesAsync(
                    lead.OpportunityId,
                    LeverPriority.NewApplication,
                    cancellationToken
                );
                seen.Add((lead, notes is { Broken: 0 } ? NoteRefs.In(notes.Items) : [])); // A broken one may be ours.
            }
        }
        catch (LeverException refused) when (refused.IsMissingRight && !refused.IsUnauthorized)
        {
            // Without the right to read notes they are counted only.
        }

        return seen;
    }

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
