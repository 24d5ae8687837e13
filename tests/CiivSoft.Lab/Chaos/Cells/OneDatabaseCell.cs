using System.Diagnostics;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class OneDatabaseCell : ChaosCell
{
    public override string Name => "two-clusters-one-database";

    public override string Does =>
        "a second cluster is pointed at the database; then the first one hangs and comes back";

    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(5);

    public override Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken) =>
        ChaosStage.OfClusterAsync(
            setup,
            ChaosStage.ClusterOf(setup, silos: 1) with
            {
                SilosHavePages = true,
            },
            cancellationToken
        );

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var first = stage.Silos[0];
        var second = await stage.Cluster.AddSiloAsync(new() { ["CIIVSOFT__CLUSTER__ID"] = "other" }, cancellationToken);
        await RefusedWithinAsync(stage, second, "a second cluster was refused after its start", cancellationToken);

        // A machine that hangs is taken for dead. When it goes on, it must find that it lost the account.
        await stage.SayAsync("the first cluster hangs");
        first.Freeze();
        await second.WaitUntilAsync(s => !IsRefused(s), stage.Plan.Patience, cancellationToken);
        first.Thaw();
        await RefusedWithinAsync(stage, first, "the first was fenced after it went on", cancellationToken);

        await stage.SayAsync("the second cluster ends");
        stage.Supervisor.Forget(second);
        await second.TerminateAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        await first.WaitUntilAsync(s => !IsRefused(s), stage.Plan.Patience, cancellationToken);
        stage.Figures.Add(
            string.Create(null, $"the first took the account back after {watch.Elapsed.TotalSeconds:F1} s")
        );
    }

    private static async Task RefusedWithinAsync(
        ChaosStage stage,
        LabSilo loser,
        string what,
        CancellationToken cancellationToken
    )
    {
        var watch = Stopwatch.StartNew();
        await loser.WaitUntilAsync(IsRefused, stage.Plan.Patience, cancellationToken);
        var figure = string.Create(null, $"{what} {watch.Elapsed.TotalSeconds:F1} s");
        stage.Figures.Add(figure);
        if (watch.Elapsed > Bar)
        {
            stage.Findings.Add($"{figure}; at most {Bar.TotalSeconds} s are allowed.");
        }
    }

    private static bool IsRefused(JsonNode status) =>
        status["findings"]!.AsArray().Any(f => f!["code"]!.GetValue<string>() == "held-elsewhere");
}
