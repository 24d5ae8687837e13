namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class FailoverCell : ChaosCell
{
    public override string Name => "failover";

    public override string Does => "the account's silo is killed again and again, then all silos";

    private static readonly TimeSpan SiloBar = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ClusterBar = TimeSpan.FromSeconds(30);

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var kill = 0; kill < stage.Plan.Repetitions; kill++)
        {
            var holder = await stage.Cluster.FindHolderAsync(cancellationToken);
            holder.Crash();
            var took = await Probe.RunAsync(stage, stage.Plan.Patience, cancellationToken);
            times.Add(took?.TotalSeconds ?? double.PositiveInfinity);
            await stage.SayAsync(
                string.Create(null, $"kill {kill + 1} of the account's silo: decides again after {times[^1]:F1} s")
            );
            await holder.WaitUntilReadyAsync(cancellationToken);
        }

        times.Sort();
        var (half, most) = (At(times, 0.5), At(times, 0.95));
        stage.Figures.Add(
            string.Create(null, $"{times.Count} kills: p50 {half:F1} s, p95 {most:F1} s, longest {times[^1]:F1} s")
        );
        if (most > SiloBar.TotalSeconds)
        {
            stage.Findings.Add(
                string.Create(null, $"p95 is {most:F1} s; at most {SiloBar.TotalSeconds} s are allowed.")
            );
        }

        await KillAllAsync(stage, cancellationToken);
    }

    private static double At(List<double> sorted, double share) =>
        sorted[(int)Math.Ceiling((sorted.Count * share) - 1)];

    private static async Task KillAllAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        foreach (var silo in stage.Silos)
        {
            silo.Crash();
        }

        var took = await Probe.RunAsync(stage, stage.Plan.Patience, cancellationToken);
        stage.Figures.Add(string.Create(null, $"all killed: decides again after {took?.TotalSeconds:F1} s"));
        if (took is null || took > ClusterBar)
        {
            stage.Findings.Add($"After all silos were killed nothing was decided within {ClusterBar.TotalSeconds} s.");
        }
    }
}
