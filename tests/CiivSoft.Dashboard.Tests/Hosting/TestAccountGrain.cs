using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Dashboard.Tests.Hosting;

/// <summary>An account that tells the same of itself always, and remembers what it was asked to do.</summary>
[GrainType("account")]
public sealed partial class TestAccountGrain : Grain, IAccountGrain, IAccountDeskGrain
{
    /// <summary>The account of this name has obstacles to going live.</summary>
    public const string NotReady = "not-ready";

    /// <summary>The account of this name is not connected.</summary>
    public const string NotConnected = "not-connected";

    /// <summary>On the account of this name another installation has worked.</summary>
    public const string SecondInstallation = "second-installation";

    private AccountMode _mode = AccountMode.Live;
    private ImmutableArray<PauseScope> _pauses = [];

    private static Finding Second { get; } =
        new("foreign-second", "Another installation has worked here.", "Stop one.", DateTimeOffset.UnixEpoch);

    private string Name => AccountKey.Parse(this.GetPrimaryKeyString()).Name;

    public Task<AccountStatus> GetStatusAsync() =>
        Task.FromResult(
            new AccountStatus
            {
                Account = Name,
                Connection = ConnectionStatus.Connected,
                Mode = _mode,
                Pauses = _pauses,
                Settings = new AccountSettings(),
                Sync = new SyncProgress(true, null, 10),
                Backlog = new Backlog(1, 2, 0, 0),
                Known = new KnownCounts(10, 9, 8, 2),
                Findings = Name == SecondInstallation ? [Second] : [],
            }
        );

    public Task PauseAsync(PauseScope scope, CancellationToken cancellationToken)
    {
        _pauses = _pauses.Contains(scope) ? _pauses : _pauses.Add(scope);
        return Task.CompletedTask;
    }

    public Task ResumeAsync(PauseScope scope, CancellationToken cancellationToken)
    {
        _pauses = _pauses.Remove(scope);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Finding>> GoLiveAsync(bool applyShadow, CancellationToken cancellationToken)
    {
        if (Name == NotReady)
        {
            return Task.FromResult<ImmutableArray<Finding>>([
                new Finding("stage-missing", "There is no stage.", "Add one.", DateTimeOffset.UnixEpoch),
                new Finding("key-refused", "The key is refused.", "Make another.", DateTimeOffset.UnixEpoch),
            ]);
        }

        _mode = AccountMode.Live;
        return Task.FromResult<ImmutableArray<Finding>>([]);
    }

    public Task GoShadowAsync(CancellationToken cancellationToken)
    {
        _mode = AccountMode.Shadow;
        return Task.CompletedTask;
    }

    public Task<Preflight> ConnectAsync(ConnectRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<StageInfo>> GetStagesAsync() => Task.FromResult<ImmutableArray<StageInfo>>([]);

    public Task WakeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ScanAsync(CancellationToken cancellationToken) =>
        Name == NotConnected
            ? throw new AccountUnavailableException($"Account '{NotConnected}' is not connected.")
            : Task.CompletedTask;

    public Task ConfigureAsync(AccountSettings settings, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Preflight> CheckRightsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new Preflight(true, [], []));

    public Task<int> RetryAsync(ImmutableArray<string> effectIds, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    public Task<int> GiveUpAsync(ImmutableArray<string> effectIds, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    public Task<bool> SetPostingModeAsync(string postingId, RunMode? mode, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task PostingEditedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> RunArkiiveAsync(string postingId, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<PermitAnswer> ReservePermitAsync(PermitRequest request) =>
        Task.FromResult(new PermitAnswer(TimeSpan.Zero, Granted: true));

    public Task NoticeAsync(AccountNotice notice) => Task.CompletedTask;

    public Task RemoveAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
