using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Connections;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Notices;
using CiivSoft.Grains.Quotas;
using CiivSoft.Grains.Scans;
using CiivSoft.Grains.Undoing;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Grains.Accounts;

/// <summary>
/// The centre of an account. Its long activities (scan, first synchronisation, handing out work, performing effects) run
/// beside its calls: each is a <see cref="SingleRun"/> started from an interleaving timer, and all of them share
/// <see cref="AccountContext"/>, which is only touched between awaits on the activation's scheduler. Calls marked
/// AlwaysInterleave read, or set a wish and return.
/// </summary>
[GrainType("account")]
internal sealed partial class AccountGrain : Grain, IAccountGrain, IAccountDeskGrain, IRemindable, IDisposable
{
    private const string ScanReminder = "scan";
    private const string WakeReminder = "wake";

    private static readonly TimeSpan WakeEvery = TimeSpan.FromMinutes(1);

    private readonly AccountServices _services;
    private readonly ILogger<AccountGrain> _logger;
    private readonly AccountContext _account;
    private readonly LeverHealth _health;
    private readonly AccountScanner _scanner;
    private readonly EffectPerformer _performer;
    private readonly QuotaLedger _quotas;
    private readonly MarkReconciler _marks;
    private readonly UndoLook _undoing;
    private readonly NoticeDesk _notices;
    private readonly WorkDispatcher _dispatcher;
    private readonly SingleRun _save;
    private readonly SingleRun _scan;
    private readonly SingleRun _sync;
    private readonly SingleRun _work;
    private readonly SingleRun _notify;
    private readonly SingleRun[] _effects;
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationToken _untilEnd;

    public AccountGrain(
        [PersistentState("account")] IPersistentState<AccountState> state,
        AccountServices services,
        ILogger<AccountGrain> logger
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        _logger = logger;
        _untilEnd = _ending.Token;
        _account = new AccountContext(
            AccountKey.Parse(this.GetPrimaryKeyString()),
            state,
            services.Clock,
            services.EffectTimes
        );
        _health = new LeverHealth(services.Clock);
        _scanner = new AccountScanner(_account, services.Mirror, services.Decisions, services.Persons);
        _marks = new MarkReconciler(_account, services.Mirror, services.Refs);
        var postings = new FreshPostings(_account);
        var adoption = new Adoption(_account, services.Effects);
        _quotas = new QuotaLedger(_account, services.Effects);
        _undoing = new UndoLook(_account, services.Effects, services.Undo);
        var people = new FreshPeople(_account);
        var applications = new FreshApplications(_account);
        var rights = new EffectRights();
        var holds = new EffectHolds(_account, rights);
        _performer = new EffectPerformer(
            _account,
            services.Effects,
            services.Work,
            services.Metrics,
            new LeadEffects(_account, services.Mirror, postings, people, adoption, holds),
            new MoveEffects(_account, postings, people, applications, adoption, holds),
            new NoteEffects(_account, services.Mirror, adoption, holds),
            new UndoEffects(_account, services.Undo, _undoing, holds),
            new Recommendations(_account, services.Mirror, services.Effects, services.Refs),
            _quotas,
            new ReadAhead(_account, services.Effects, postings, people, applications),
            rights,
            holds
        );
        _notices = new NoticeDesk(_account, services.Notices);
        _dispatcher = new WorkDispatcher(_account, services.Work, GrainFactory, TakeOutcomeAsync, TakeFailure);
        _save = new SingleRun(_ => _account.SaveAsync(), FailedAsync);
        _scan = new SingleRun(ScanNowAsync, FailedAsync);
        _sync = new SingleRun(SyncStepAsync, FailedAsync);
        _work = new SingleRun(TopUpWorkAsync, FailedAsync);
        _notify = new SingleRun(NotifyAsync, NotToldAsync);
        _effects =
        [
            .. Enumerable.Range(0, EffectPace.MostLanes).Select(_ => new SingleRun(PerformEffectsAsync, FailedAsync)),
        ];
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _begun = _account.Now;
        // An edit of requirements may have been stored just before the activation ended, and not told.
        _account.Remember(s => s.PostingsChanged(_account.Now));
        await OpenAsync(_account.State.Settings, cancellationToken);
        GoOnScanning();
        this.RegisterGrainTimer(
            BeatAsync,
            new GrainTimerCreationOptions(TimeSpan.Zero, _services.Timing.Beat) { Interleave = true, KeepAlive = true }
        );
        await base.OnActivateAsync(cancellationToken);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        End();
        _services.Gauges.Forget(_account.Key);
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<Preflight> ConnectAsync(ConnectRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var settings = _account.State.Settings with
        {
            ScanEvery = request.ScanEvery ?? _account.State.Settings.ScanEvery,
        };
        AccountSettingsRules.Check(settings);
        if (_heldBy is not null)
        {
            return new Preflight(Connected: false, [], [.. HoldFindings()]);
        }

        var connection = new LeverConnection(
            request.LeverUrl,
            new LeverApiKey(request.ApiKey.Value),
            request.ServiceUser
        );
        var preflighter = new Preflighter(
            _services.Factory.Create(connection, PermitsFor(settings)),
            settings,
            request.ServiceUser,
            _services.Clock
        );
        var preflight = await preflighter.RunAsync(cancellationToken);
        if (!preflight.Connected)
        {
            return preflight;
        }

        await _services.Accounts.SaveAsync(
            _account.Key,
            request.LeverUrl,
            request.ServiceUser,
            request.ApiKey.Value,
            _account.Now,
            cancellationToken
        );
        await OpenAsync(settings, cancellationToken);
        await _account.UpdateAsync(s =>
            s.Connected(request.Mode, settings, preflighter.Stages, preflighter.HiredReasonId, preflight)
        );
        await _services.Effects.UnblockAsync(_account.Key, Epoch, cancellationToken);
        await RemindAsync(settings, cancellationToken);
        _health.Worked();
        WantEverything();
        return preflight;
    }

    public Task WakeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ScanAsync(CancellationToken cancellationToken)
    {
        _nextScanAt = _account.Now;
        if (_account.Saved.FirstScanAt(_account.Now) > _account.Now)
        {
            return _account.UpdateAsync(s => s.WantsScan());
        }

        // By what is stored, whoever takes over scans anyway.
        _account.Remember(s => s.WantsScan());
        return Task.CompletedTask;
    }

    public Task<PermitAnswer> ReservePermitAsync(PermitRequest request) =>
        Task.FromResult(
            _account.Connection?.Permits.Reserve(GrainPermits.PriorityOf(request.Urgency))
                ?? new PermitAnswer(TimeSpan.FromSeconds(1), Granted: false)
        );

    public async Task NoticeAsync(AccountNotice notice)
    {
        switch (notice)
        {
            case AccountNotice.EffectsPlanned:
                _effectsDueAt = _account.Now;
                break;
            case AccountNotice.RateLimited when _account.Connection is { } connection:
                await connection.Permits.ReportTooManyRequestsAsync(null, CancellationToken.None);
                break;
            default:
                break;
        }
    }

    public Task GoShadowAsync(CancellationToken cancellationToken)
    {
        RequireConnected();
        return _account.UpdateAsync(s => s with { Mode = AccountMode.Shadow });
    }

    public Task PauseAsync(PauseScope scope, CancellationToken cancellationToken)
    {
        RequireConnected();
        return _account.UpdateAsync(s => s.Pause(scope));
    }

    public async Task ResumeAsync(PauseScope scope, CancellationToken cancellationToken)
    {
        RequireConnected();
        await _account.UpdateAsync(s => s.Resume(scope));
        await PlanBlockedAsync(cancellationToken);
    }

    public async Task ConfigureAsync(AccountSettings settings, CancellationToken cancellationToken)
    {
        AccountSettingsRules.Check(settings);
        RequireConnected();
        await ConfigureSwitchedAsync(settings, cancellationToken);
        await _services.Effects.HastenAsync(_account.Key, Epoch, EffectReasons.QuotaReached, cancellationToken);
        _effectsDueAt = _account.Now;
        PermitsFor(settings);
        await RemindAsync(settings, cancellationToken);
    }

    public async Task<bool> RunArkiiveAsync(string postingId, CancellationToken cancellationToken)
    {
        var posting = await _services.Mirror.FindPostingAsync(_account.Key, postingId, cancellationToken);
        if (posting is not { IsOpen: true })
        {
            return false;
        }

        var run = ScanPlanner.RunFor(postingId, _account.Now, ArkiiveCauses.OnDemand);
        await _services.Work.AddAsync(_account.Key, [run], cancellationToken);
        _workDueAt = _account.Now;
        return true;
    }

    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        End();
        foreach (var reminder in await this.GetReminders(cancellationToken))
        {
            await this.UnregisterReminder(reminder, cancellationToken);
        }

        _account.Connection = null;
        await _services.Accounts.EraseAsync(_account.Key, cancellationToken);
        await _account.ClearAsync();
        await ForgetIndexAsync();
        DeactivateOnIdle();
    }

    /// <summary>Reminders wake the account wherever it was lost; what is due is found by the beat.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        switch (reminderName)
        {
            case ScanReminder when _account.Now - _lastScanStart > _account.State.Settings.ScanEvery / 2:
                _nextScanAt = _account.Now;
                break;
            case ScanReminder or WakeReminder:
                break;
            default:
                LogUnknownReminder(reminderName);
                break;
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _ending.Dispose();

    // Not CancelAsync, which would run what hangs on it on the thread pool, beside this activation's turn.
#pragma warning disable CA1849, MA0042, VSTHRD103
    private void End() => _ending.Cancel();
#pragma warning restore CA1849, MA0042, VSTHRD103

    private async Task RemindAsync(AccountSettings settings, CancellationToken cancellationToken)
    {
        await this.RegisterOrUpdateReminder(ScanReminder, settings.ScanEvery, settings.ScanEvery, cancellationToken);
        await this.RegisterOrUpdateReminder(WakeReminder, WakeEvery, WakeEvery, cancellationToken);
    }
}
