using System.Diagnostics;
using CiivSoft.Lab.Chaos;
using CiivSoft.Lab.Faults;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Crash;

/// <summary>
/// Three silos on PostgreSQL work applications and postings through while a random silo is killed again and again and Lever fails,
/// until nothing is left to do. The same without trouble is what its time is compared with.
/// </summary>
internal sealed class CrashRun(ChaosPlan plan, TimeSpan killEvery, TextWriter progress)
{
    private const int Silos = 3;

    private static readonly TimeSpan LatestCommit = TimeSpan.FromSeconds(25);

    public async Task<CrashResult> RunAsync(bool hasTrouble, CancellationToken cancellationToken)
    {
        var name = hasTrouble ? "trouble" : "quiet";
        var folder = plan.Folder is null
            ? Directory.CreateTempSubdirectory("ciivsoft-crash-").FullName
            : Path.Combine(plan.Folder, name);
        await progress.WriteLineAsync($"crash, {name}");
        try
        {
            return await PlayAsync(new StageSetup(plan, folder, progress), hasTrouble, cancellationToken);
        }
        finally
        {
            if (plan.Folder is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<CrashResult> PlayAsync(StageSetup setup, bool hasTrouble, CancellationToken cancellationToken)
    {
        var cluster = ChaosStage.ClusterOf(setup, Silos) with { PlaceOf = _ => new LabPlace { Build = plan.Build } };
        await using var stage = await ChaosStage.OfClusterAsync(setup, cluster, cancellationToken);
        await stage.Front.ConnectAsync(stage.Lever, plan.Rate, cancellationToken);
        await stage.Front.ScanUntilIdleAsync(plan.Patience, cancellationToken);
        stage.Supervisor.Begin();
        await stage.SayAsync("the account is at rest; people begin to apply");
        if (hasTrouble)
        {
            await LeverFaults.BeginAsync(stage.Lever, LatestCommit, plan.Seed, cancellationToken);
        }

        var before = await stage.Lever.GetCallsAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var killing = hasTrouble ? KillAsync(stage, over.Token) : Task.FromResult(0);
        await new Arrivals(stage).RunAsync(cancellationToken);
        await stage.SayAsync("everybody has applied");
        var report = await stage.RestAsync(cancellationToken);
        var seconds = watch.Elapsed.TotalSeconds;
        var calls = await stage.Lever.GetCallsAsync(cancellationToken);
        await over.CancelAsync();
        var kills = await killing;
        await stage.SayAsync($"nothing is left to do; {kills} silos were killed");
        return new CrashResult(
            seconds,
            kills,
            calls.ToDictionary(c => c.Key, c => c.Value - before.GetValueOrDefault(c.Key), StringComparer.Ordinal),
            [.. LabCheck.FindingsOf(report).Select(LabCheck.Line)]
        );
    }

    private async Task<int> KillAsync(ChaosStage stage, CancellationToken over)
    {
        var random = new Random(plan.Seed);
        var kills = 0;
        while (true)
        {
            await Task.Delay(killEvery, TimeProvider.System, over)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (over.IsCancellationRequested)
            {
                return kills;
            }

            // Somebody who is still starting may be hit too.
            stage.Silos[random.Next(stage.Silos.Count)].Crash();
            kills++;
        }
    }
}
