using System.Diagnostics;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos;

/// <summary>The programs of a cell: the simulator, and either a cluster or one silo on SQLite.</summary>
internal sealed class ChaosStage : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    // Whoever is idle and has not settled anything for so long will not.
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromSeconds(60);

    private readonly StageSetup _setup;
    private readonly LabCluster? _cluster;
    private readonly LabSilo? _single;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private ChaosStage(StageSetup setup, LabSimulator lever, LabCluster? cluster, LabSilo? single)
    {
        _setup = setup;
        Lever = lever;
        _cluster = cluster;
        _single = single;
        Supervisor = new Supervisor(() => cluster is null ? [single!] : [.. cluster.Silos]);
    }

    public ChaosPlan Plan => _setup.Plan;

    public string Folder => _setup.Folder;

    public StageSetup Setup => _setup;

    public LabSimulator Lever { get; }

    public LabCluster Cluster => _cluster ?? throw new InvalidOperationException("This cell has no cluster.");

    /// <summary>Through which the account is driven.</summary>
    public LabSilo Front => _cluster?.Dashboard ?? _single!;

    public IReadOnlyList<LabSilo> Silos => _cluster?.Silos ?? [_single!];

    /// <summary>Starts silos again that ended.</summary>
    public Supervisor Supervisor { get; }

    /// <summary>What the cell measured.</summary>
    public List<string> Figures { get; } = [];

    /// <summary>What the cell found broken beside the invariants.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>Whether the trouble itself, and not the product, is the cause of a finding. Nothing is excused unless the cell says so.</summary>
    public Func<JsonNode, bool> Excuse { get; set; } = _ => false;

    /// <summary>What else ends with the stage, the last first.</summary>
    public Stack<object> Props { get; } = [];

    /// <summary>So many silos on PostgreSQL, and a dashboard.</summary>
    public static Task<ChaosStage> OfClusterAsync(StageSetup setup, int silos, CancellationToken cancellationToken) =>
        OfClusterAsync(setup, ClusterOf(setup, silos), cancellationToken);

    /// <summary>A cluster that is set up otherwise.</summary>
    public static async Task<ChaosStage> OfClusterAsync(
        StageSetup setup,
        ClusterSetup cluster,
        CancellationToken cancellationToken
    )
    {
        var lever = await StartLeverAsync(setup, cluster.LeverAddress, cancellationToken);
        return new ChaosStage(setup, lever, await LabCluster.StartAsync(cluster, cancellationToken), single: null);
    }

    /// <summary>One silo on SQLite.</summary>
    /// <param name="setup">What every stage needs.</param>
    /// <param name="settings">Beside those of every silo.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ChaosStage> OfSiloAsync(
        StageSetup setup,
        Dictionary<string, string> settings,
        CancellationToken cancellationToken
    )
    {
        var all = setup.Settings;
        all["CIIVSOFT__DATA"] = Path.Combine(setup.Folder, "data");
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var lever = await StartLeverAsync(setup, LabPlace.Here.Address, cancellationToken);
        var silo = await LabSilo.StartAsync(setup.Folder, "silo", all, cancellationToken);
        return new ChaosStage(setup, lever, cluster: null, silo);
    }

    public static ClusterSetup ClusterOf(StageSetup setup, int silos) =>
        new()
        {
            Folder = setup.Folder,
            Silos = silos,
            Grace = setup.Plan.Grace,
            Settings = setup.Settings,
        };

    /// <summary>A line for who watches, with the seconds since the start.</summary>
    public Task SayAsync(string line) =>
        _setup.Progress.WriteLineAsync(string.Create(null, $"  {_watch.Elapsed.TotalSeconds, 6:F1} s  {line}"));

    /// <summary>How many lines of the silos' logs have one of the words.</summary>
    public int CountInLogs(params string[] words) =>
        Silos.Sum(s => File.ReadLines(s.LogFile).Count(l => words.Any(w => l.Contains(w, StringComparison.Ordinal))));

    /// <summary>Asks for a scan; a front that does not answer is no matter, somebody asks again.</summary>
    public Task<bool> TryScanAsync(CancellationToken cancellationToken) =>
        TryScanAsync(LabSilo.Account, cancellationToken);

    /// <summary>The same of another account.</summary>
    public async Task<bool> TryScanAsync(string account, CancellationToken cancellationToken)
    {
        try
        {
            await Front.PostAsync($"api/accounts/{account}/scan", new { }, cancellationToken);
            return true;
        }
        catch (Exception silent) when (LabSilo.IsSilence(silent, cancellationToken))
        {
            return false;
        }
    }

    /// <summary>Waits until nothing is left to do and returns the checker's document.</summary>
    public async Task<JsonNode> RestAsync(CancellationToken cancellationToken)
    {
        var until = _watch.Elapsed + Plan.Patience;
        var (last, since) = (-1, _watch.Elapsed);
        while (true)
        {
            await ScanUntilIdleAsync(until, cancellationToken);
            while (await IsLeverBusyAsync(cancellationToken))
            {
                await Task.Delay(LookAgain, TimeProvider.System, cancellationToken);
            }

            var report = await CheckAsync(cancellationToken);
            var open = LabCheck.FindingsOf(report).Where(f => LabCheck.MaySettle(f) && !Excuse(f)).ToList();
            if (open.Count != last)
            {
                (last, since) = (open.Count, _watch.Elapsed);
                await SayAsync(
                    $"{open.Count} are not settled yet{(open.Count == 0 ? "" : ", such as " + LabCheck.Line(open[0]))}"
                );
            }

            if (open.Count == 0 || _watch.Elapsed > until || _watch.Elapsed - since > SettlesWithin)
            {
                return report;
            }

            await Task.Delay(LookAgain * 4, TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Supervisor.DisposeAsync();
        _single?.Dispose();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        Lever.Dispose();
        while (Props.TryPop(out var prop))
        {
            switch (prop)
            {
                case IAsyncDisposable slow:
                    await slow.DisposeAsync();
                    break;
                case IDisposable quick:
                    quick.Dispose();
                    break;
            }
        }
    }

    private static Task<LabSimulator> StartLeverAsync(
        StageSetup setup,
        string address,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(setup.Folder);
        var plan = setup.Plan;
        return LabSimulator.StartAsync(setup.Folder, plan.People, plan.Seed, plan.Rate, address, cancellationToken);
    }

    private Task<JsonNode> CheckAsync(CancellationToken cancellationToken) =>
        LabCheck.RunAsync(Folder, _cluster?.Postgres, Lever, Plan.Rate, cancellationToken);

    private async Task ScanUntilIdleAsync(TimeSpan until, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await Front.ScanUntilIdleAsync(until - _watch.Elapsed + LookAgain, cancellationToken);
                return;
            }
            catch (Exception silent) when (LabSilo.IsSilence(silent, cancellationToken) && _watch.Elapsed < until)
            {
                await Task.Delay(LookAgain, TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<bool> IsLeverBusyAsync(CancellationToken cancellationToken)
    {
        var status = await Lever.GetStatusAsync(cancellationToken);
        return status["pendingLateCommits"]!.GetValue<int>() > 0 || status["unseenChanges"]!.GetValue<int>() > 0;
    }
}
