using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Scans;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Lever;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Accounts;

/// <summary>What the account does by itself.</summary>
internal sealed partial class AccountGrain
{
    // A scan that finds nothing takes four.
    private const int CallsOfShortScan = 10;

    // With this much of the backlog in hand, listing more of the past would only make the queue longer.
    private const int EnoughBacklog = 500;

    private static readonly TimeSpan PollWhileSyncing = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailedSync = TimeSpan.FromSeconds(15);

    private static readonly IReadOnlyList<string> ReadRights =
    [
        .. LeverRoute.All.Where(r => r.IsRead).Select(r => r.Right),
        LeverRoute.ConfidentialAccess,
    ];

    private DateTimeOffset _nextScanAt;
    private DateTimeOffset _syncDueAt;
    private DateTimeOffset _lastScanStart;
    private DateTimeOffset _lastPoll;
    private DateTimeOffset _lastProbe;
    private DateTimeOffset? _workDueAt;
    private DateTimeOffset? _effectsDueAt;
    private ScanSummary? _lastScan;
    private int _failures;
    private bool _hasRetriedBlocked;

    private bool MayWork => _account.Connection is not null && _account.State.Connection == ConnectionStatus.Connected;

    private void WantEverything()
    {
        _nextScanAt = _account.Now;
        _syncDueAt = _account.Now;
        _workDueAt = _account.Now;
        _effectsDueAt = _account.Now;
    }

    private void GoOnScanning()
    {
        _lastScan = _account.State.LastScan;
        _lastScanStart = _lastScan?.StartedAt ?? default;
        _nextScanAt = _account.State.FirstScanAt(_account.Now);
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        if (_ending.IsCancellationRequested)
        {
            return;
        }

        TellGauges();
        if (!await HoldsAsync(cancellationToken))
        {
            return;
        }

        Begin(_save, _account.IsUnsaved);
        Begin(_notify, _notices.IsOn && _account.Now >= _noticesDueAt);
        switch (_account.State.Connection)
        {
            case ConnectionStatus.Suspect:
                await ProbeAsync();
                break;
            case ConnectionStatus.Disconnected when _account.State.IsPastRetention(_account.Now):
                LogRetentionEnded();
                await RemoveAsync(CancellationToken.None);
                return;
            default:
                break;
        }

        if (!MayWork || _health.IsPaused || IsQuiet)
        {
            return;
        }

        // Begun and not awaited: a beat is short. Each run reports its own failure.
        Begin(_scan, _account.Now >= _nextScanAt);
        Begin(_sync, _account.Now >= _syncDueAt && !_account.State.Sync.IsThrough);
        Begin(_work, _workDueAt <= _account.Now);
        var isOwing = _effectsDueAt <= _account.Now;
        foreach (var lane in _effects.Take(_account.Pace.Lanes))
        {
            Begin(lane, isOwing);
        }
    }

    private void Begin(SingleRun run, bool isDue)
    {
        if (isDue && !run.IsRunning)
        {
            _ = run.AskAsync(_untilEnd);
        }
    }

    private async Task ScanNowAsync(CancellationToken cancellationToken)
    {
        _failures = 0; // reported anew where it still fails
        _lastScanStart = _account.Now;
        _nextScanAt = _lastScanStart + _account.State.Settings.ScanEvery;
        var callsBefore = _scanner.Calls;
        var changed = await ScanMeasuredAsync(cancellationToken);
        _health.Worked();
        _lastScan = new ScanSummary(_lastScanStart, _account.Now, (int)(_scanner.Calls - callsBefore), changed);
        await NoteScanAsync(_lastScan, _nextScanAt);
        await RetryBlockedAsync(cancellationToken);
        await ReconcileAsync(cancellationToken);
        _workDueAt = _account.Now;
        // A posting that opened again may have brought effects back, and of what was planned the message may have been lost.
        var planned = await _services.Effects.NextDueAsync(_account.Key, cancellationToken);
        _effectsDueAt = changed > 0 ? _account.Now : Earlier(_effectsDueAt, planned);
    }

    // A short scan is not worth a commit: whoever takes over before the next one makes it again. A long one, made again after
    // each of several crashes, would not come to its end.
    private Task NoteScanAsync(ScanSummary scan, DateTimeOffset nextDueAt)
    {
        if (scan.Calls <= CallsOfShortScan && ReferenceEquals(AfterScan(_account.State), _account.State))
        {
            _account.Remember(s => s.ScannedAt(scan, nextDueAt));
            return Task.CompletedTask;
        }

        return _account.UpdateAsync(s => AfterScan(s).ScannedAt(scan, nextDueAt));
    }

    private async Task<int> ScanMeasuredAsync(CancellationToken cancellationToken)
    {
        using var span = GrainTraces.BeginRoot("scan", _account.Key);
        var begun = _services.Clock.GetTimestamp();
        var isComplete = false;
        try
        {
            var changed = await _scanner.ScanAsync(cancellationToken);
            span?.SetTag("ciivsoft.scan.changed", changed);
            isComplete = true;
            return changed;
        }
        finally
        {
            _services.Metrics.Scanned(_services.Clock.GetElapsedTime(begun), isComplete);
        }
    }

    // A new application that is found here is worth a trace from its beginning, as one that a scan finds.
    private async Task PollMeasuredAsync(CancellationToken cancellationToken)
    {
        using var span = GrainTraces.BeginRoot("poll", _account.Key);
        await _scanner.PollOpportunitiesAsync(cancellationToken);
    }

    private async Task SyncWindowMeasuredAsync(CancellationToken cancellationToken)
    {
        using var span = GrainTraces.BeginRoot("sync window", _account.Key);
        await _scanner.SyncWindowAsync(cancellationToken);
    }

    private AccountState AfterScan(AccountState state)
    {
        // What may not be read is reported again by whatever asks next; what may be read again is not.
        var next = ReadRights.Aggregate(
            state.Clear(AccountFindings.LeverUnavailable),
            (s, right) => _scanner.Refused.Contains(right) ? s : s.Clear(AccountFindings.RightMissing + right)
        );
        return LeverStages.FindScreened(next.Stages, next.Settings.ScreenedStage) is null
            ? next.Report(AccountFindings.MissingStage(next.Settings.ScreenedStage, _account.Now))
            : next.Clear(AccountFindings.StageMissing);
    }

    private async Task SyncStepAsync(CancellationToken cancellationToken)
    {
        if (_account.State.Stages.IsEmpty || _lastScan is null)
        {
            return; // The first scan comes first: it tells which postings are open.
        }

        _syncDueAt = _account.Now + PauseAfterFailedSync; // until it went well
        while (
            !_account.State.Sync.IsComplete
            && MayWork
            && !_health.IsPaused
            && !IsQuiet
            && await HasRoomForBacklogAsync()
        )
        {
            if (_account.Now - _lastPoll >= PollWhileSyncing)
            {
                _lastPoll = _account.Now;
                await PollMeasuredAsync(cancellationToken);
            }

            await SyncWindowMeasuredAsync(cancellationToken);
            if (_account.State.Foreign is null)
            {
                await ReconcileAsync(cancellationToken);
            }

            WantWork();
        }

        if (_account.State.Sync.IsComplete)
        {
            await RepeatRunsAsync(cancellationToken);
        }

        _syncDueAt = _account.Now;
        _workDueAt = _account.Now;

        async Task<bool> HasRoomForBacklogAsync()
        {
            var counts = await _services.Work.CountAsync(_account.Key, _account.Now, cancellationToken);
            return counts.Backfill < EnoughBacklog;
        }
    }

    // Runs that found an incomplete account are queued once more, to fill what is left of their N.
    private async Task RepeatRunsAsync(CancellationToken cancellationToken)
    {
        var counts = await _services.Work.CountAsync(_account.Key, _account.Now, cancellationToken);
        if (counts.Backfill > 0 || _dispatcher.InHand > 0)
        {
            return;
        }

        var postings = await _services.Mirror.ListPostingsAsync(_account.Key, cancellationToken);
        var again = new List<WorkItem>();
        foreach (var posting in postings.Where(p => p.IsOpen))
        {
            var runs = await _services.Decisions.RunsAsync(_account.Key, posting.PostingId, cancellationToken);
            if (runs.Count > 0)
            {
                again.Add(ScanPlanner.RunFor(posting.PostingId, _account.Now, ArkiiveCauses.SyncComplete));
            }
        }

        await _services.Work.AddAsync(_account.Key, again, cancellationToken);
        await _account.UpdateAsync(s => s with { Sync = s.Sync with { WereRunsRepeated = true } });
    }

    private async Task TopUpWorkAsync(CancellationToken cancellationToken)
    {
        _workDueAt = null;
        var nextDue = await _dispatcher.TopUpAsync(WantWork, cancellationToken);
        // What is due now and found no room is started when something finishes, or by the next beat where what is in hand is held up.
        _workDueAt = Earlier(_workDueAt, nextDue);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right < left ? right : left;

    private void WantWork()
    {
        if (MayWork && !_health.IsPaused && !IsQuiet)
        {
            _ = _work.AskAsync(_untilEnd);
        }
        else
        {
            _workDueAt = _account.Now;
        }
    }

    // In shadow and while everything is paused nothing is written, save for what an operator takes back in a pause.
    private async ValueTask<bool> HoldsEffectsAsync(CancellationToken cancellationToken) =>
        _account.State.Mode == AccountMode.Shadow
        || (
            _account.State.Pauses.Contains(new PauseScope(null, null))
            && !await _services.Undo.IsOwedAsync(_account.Key, cancellationToken)
        );

    private async Task PerformEffectsAsync(CancellationToken cancellationToken)
    {
        if (!_hasRetriedBlocked)
        {
            // As after each scan: the activation before this one may have ended between a call and what it lifts.
            await RetryBlockedAsync(cancellationToken);
            _hasRetriedBlocked = true;
        }

        if (await HoldsEffectsAsync(cancellationToken))
        {
            _effectsDueAt = null;
            return;
        }

        while (MayWrite && await _performer.PerformRoundAsync(cancellationToken) > 0)
        {
            await TakeRefusalsAsync();
            if (_performer.TakeQueued())
            {
                _workDueAt = _account.Now;
            }
        }

        // What is planned while this is asked for must not be forgotten.
        _effectsDueAt = null;
        if (_account.State.RestsAt(_account.Now))
        {
            _effectsDueAt = _account.State.Foreign?.RestUntil;
            return;
        }

        var next = await _services.Effects.NextDueAsync(_account.Key, cancellationToken);
        _effectsDueAt = Earlier(_effectsDueAt, next);
    }

    private async Task TakeRefusalsAsync()
    {
        if (_performer.TakeKeyRefused())
        {
            await KeyRefusedAsync();
        }
    }
}
