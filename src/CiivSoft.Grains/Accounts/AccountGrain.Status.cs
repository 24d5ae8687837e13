using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Accounts;

/// <summary>What the account tells of itself.</summary>
internal sealed partial class AccountGrain
{
    // Work that is due so soon still belongs to what somebody waits for.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private MirrorCounts? _known;
    private DateTimeOffset _countAgainAt;

    public async Task<AccountStatus> GetStatusAsync()
    {
        var state = _account.State;
        var work = await _services.Work.CountAsync(_account.Key, _account.Now, CancellationToken.None);
        var effects = await _services.Effects.CountAsync(_account.Key, CancellationToken.None);
        var known = await CountKnownAsync();
        var effectDueAt = await _services.Effects.NextDueAsync(_account.Key, CancellationToken.None);
        var today = await _quotas.UseAsync(Hours.DayAt(_account.Now), CancellationToken.None);
        return new AccountStatus
        {
            Account = _account.Key.Name,
            Connection = state.Connection,
            Mode = state.Mode,
            Pauses = state.Pauses,
            Settings = state.Settings,
            LastScan = _lastScan ?? state.LastScan,
            IsScanning = _scan.IsRunning,
            NextScanAt = MayWork ? Later(_nextScanAt, QuietUntil) : null,
            Sync = new SyncProgress(state.Sync.IsComplete, state.Sync.ReachedBack, state.Sync.Listed),
            Backlog = new Backlog(work.NewApplications, work.NewPostings, work.Backfill, work.Postponed),
            Effects = ByState(effects),
            Findings =
            [
                .. state.Findings.Values,
                .. OwnFindings(),
                .. HoldFindings(),
                .. ScheduleFindings(),
                .. QuotaFindings(today),
                .. _notices.Findings,
            ],
            Calls = _account.Connection?.Permits.Granted ?? 0,
            IsIdle = IsIdle(work, await HoldsEffectsAsync(CancellationToken.None) ? null : effectDueAt),
            Known = new KnownCounts(known.Opportunities, known.Contacts, known.ReadableContacts, known.OpenPostings),
            QuietUntil = QuietUntil,
            Today = today,
            PostingSwitches = state.PostingSwitches(),
            RunsOn = GrainContext.Address.SiloAddress?.Endpoint.ToString() ?? "",
        };
    }

    // Counting reads whole tables. It may take a twentieth of the time, however often the status is asked for.
    private async Task<MirrorCounts> CountKnownAsync()
    {
        if (_known is { } counted && _account.Now < _countAgainAt)
        {
            return counted;
        }

        var begun = _services.Clock.GetTimestamp();
        var known = await _services.Mirror.CountAsync(_account.Key, CancellationToken.None);
        _countAgainAt = _account.Now + (_services.Clock.GetElapsedTime(begun) * 20);
        _known = known;
        return known;
    }

    // What waits for something else (a right, the stage, a parent that waits for it, the end of a pause) is not due.
    private bool IsIdle(WorkCounts work, DateTimeOffset? effectDueAt)
    {
        var isBusy =
            _scan.IsRunning
            || _lastScan is null
            || _account.Now >= _nextScanAt
            || _dispatcher.InHand > 0
            || !_account.State.Sync.IsThrough
            || work.NewApplications + work.NewPostings + work.Backfill > 0
            || work.NextDueAt <= _account.Now + Soon;
        var isPerforming = _effects.Any(lane => lane.IsRunning);
        var owes = isPerforming || (effectDueAt is { } due && !_quotas.Holds(due));
        if (IsQuiet)
        {
            return !_scan.IsRunning && _dispatcher.InHand == 0 && !isPerforming;
        }

        return !MayWork || (!isBusy && !owes);
    }

    private IEnumerable<Finding> QuotaFindings(DailyUse? today) =>
        today is { Waiting: > 0 } ? [AccountFindings.QuotaReached(today, _account.Now)] : [];

    private static DateTimeOffset Later(DateTimeOffset at, DateTimeOffset? other) =>
        other is { } later && later > at ? later : at;

    private IEnumerable<Finding> OwnFindings() =>
        _failures > 0 ? [AccountFindings.Failing(_failures, _account.Now)] : [];

    private static ImmutableSortedDictionary<string, long> ByState(
        IReadOnlyDictionary<(EffectKind Kind, EffectState State), long> effects
    ) =>
        effects
            .GroupBy(e => Name(e.Key.State), e => e.Value)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);

    private static string Name(EffectState state) =>
        state switch
        {
            EffectState.Planned => "planned",
            EffectState.Sending => "sending",
            EffectState.Unknown => "unknown",
            EffectState.Done => "done",
            EffectState.Blocked => "blocked",
            EffectState.Failed => "failed",
            EffectState.Overtaken => "overtaken",
            EffectState.Cancelled => "cancelled",
            _ => "shadow",
        };
}
