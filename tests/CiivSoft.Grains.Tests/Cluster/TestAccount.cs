using System.Diagnostics;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>A Lever account of a test's own, connected to the cluster.</summary>
internal sealed class TestAccount : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int Count;

    private readonly SiloFixture _silo;

    private TestAccount(SiloFixture silo, LeverProcess lever)
    {
        (_silo, Lever) = (silo, lever);
        Key = new AccountKey($"test-{Interlocked.Increment(ref Count)}");
    }

    public LeverProcess Lever { get; }

    public AccountKey Key { get; }

    public IAccountGrain Grain => _silo.Grains.GetGrain<IAccountGrain>(Key.ToString());

    public IAccountDeskGrain Desk => _silo.Grains.GetGrain<IAccountDeskGrain>(Key.ToString());

    public static async Task<TestAccount> StartAsync(SiloFixture silo, bool hasScreenedStage = true)
    {
        silo.Clock.Reset();
#pragma warning disable CA2000 // The account ends it.
        return new TestAccount(silo, await LeverProcess.StartAsync(hasScreenedStage));
#pragma warning restore CA2000
    }

    /// <summary>Connects, and waits until what is there was looked at.</summary>
    public async Task ConnectAsync(
        AccountMode mode = AccountMode.Live,
        string key = LeverProcess.AllRights,
        Func<AccountSettings, AccountSettings>? settings = null
    )
    {
        var preflight = await ConnectWithAsync(key, mode);
        preflight.Connected.ShouldBeTrue(string.Join('\n', preflight.Findings));
        var fast = new AccountSettings { CallsPerSecond = 5000 };
        await Grain.ConfigureAsync(settings?.Invoke(fast) ?? fast, CancellationToken.None);
        await SettleAsync();
    }

    public Task<Preflight> ConnectWithAsync(string key, AccountMode? mode = null) =>
        Grain.ConnectAsync(
            new ConnectRequest(Lever.Address, new SecretText(key), Lever.ServiceUser, mode, null),
            CancellationToken.None
        );

    /// <summary>Scans, and waits until everything that came of it is done.</summary>
    public async Task ScanAsync()
    {
        var before = (await Grain.GetStatusAsync()).LastScan?.StartedAt;
        await Grain.ScanAsync(CancellationToken.None);
        await UntilAsync("the scan ends", s => s.LastScan?.StartedAt > before && !s.IsScanning);
        await SettleAsync();
    }

    public Task<AccountStatus> SettleAsync() => UntilAsync("nothing is left to do", s => s.IsIdle);

    /// <summary>Waits, and names what did not happen.</summary>
    public Task<AccountStatus> UntilAsync(string what, Func<AccountStatus, bool> isThere) =>
        UntilAsync(what, status => Task.FromResult(isThere(status)));

    /// <summary>The same for what is not in the status.</summary>
    public async Task<AccountStatus> UntilAsync(string what, Func<AccountStatus, Task<bool>> isThere)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var status = await TryGetStatusAsync();
            if (status is not null && await isThere(status))
            {
                return status;
            }

            (watch.Elapsed < Patience).ShouldBeTrue($"It did not happen that {what}: {Describe(status)}");
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
    }

    // Null while a silo that died is still asked.
    private async Task<AccountStatus?> TryGetStatusAsync()
    {
        try
        {
            return await Grain.GetStatusAsync();
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            return null;
        }
    }

    public async Task<List<EffectRow>> EffectsAsync()
    {
        var effects = new List<EffectRow>();
        await foreach (var effect in _silo.Store<IEffectStore>().StreamAsync(Key, CancellationToken.None))
        {
            effects.Add(effect);
        }

        return effects;
    }

    public async Task<IReadOnlyList<string>> VerdictsAsync(Solution solution) =>
        [.. (await DecisionsAsync(solution)).Select(r => r.Verdict)];

    public Task<IReadOnlyList<DecisionRow>> DecisionsAsync(Solution solution) =>
        _silo
            .Store<IDecisionStore>()
            .SinceAsync(Key, solution, DateTimeOffset.MinValue.AddYears(1990), 1000, CancellationToken.None);

    /// <summary>Its database is lost; the keys, and so the Refs, are not.</summary>
    public Task ForgetAsync() => Grain.RemoveAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Grain.RemoveAsync(CancellationToken.None);
        await Lever.DisposeAsync();
    }

    private string Describe(AccountStatus? status)
    {
        if (status is null)
        {
            return "the account does not answer";
        }

        var findings = string.Join("; ", status.Findings.Select(f => f.Message));
        var effects = string.Join(", ", status.Effects.Select(e => $"{e.Key} {e.Value}"));
        return $"{status.Connection}, {status.Backlog}, {status.Sync}, last scan {status.LastScan}, effects: {effects}; {findings}; "
            + string.Join('\n', _silo.Errors);
    }
}
