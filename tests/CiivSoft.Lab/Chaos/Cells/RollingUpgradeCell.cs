using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class RollingUpgradeCell : ChaosCell
{
    public override string Name => "rolling-upgrade";

    public override string Does => "silos of an earlier release are replaced one by one by this one, the schema first";

    public override string? Missing =>
        base.Missing
        ?? (
            Shell.Has("git") && EarlierRelease.HasHistory
                ? null
                : "There is no git history to build an earlier release from."
        );

    public override async Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The stage ends it.
        var earlier = await EarlierRelease.BuildAsync(setup.Plan.From, setup.Progress);
#pragma warning restore CA2000
        var cluster = ChaosStage.ClusterOf(setup, silos: 3) with
        {
            PlaceOf = _ => new LabPlace { Build = earlier.Folder },
        };
        try
        {
            var stage = await ChaosStage.OfClusterAsync(setup, cluster, cancellationToken);
            stage.Props.Push(earlier);
            return stage;
        }
        catch
        {
            await earlier.DisposeAsync();
            throw;
        }
    }

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        stage.Figures.Add($"from {stage.Props.OfType<EarlierRelease>().Single().Name}");
        stage.Supervisor.IsOff = true;
        await stage.SayAsync("the new release migrates, the old one works on");
        await stage.Cluster.MigrateAsync(LabPlace.Here, cancellationToken);
        foreach (var silo in stage.Silos)
        {
            await Task.Delay(stage.Plan.Lasts / 5, TimeProvider.System, cancellationToken);
            await ReplaceAsync(stage, silo, cancellationToken);
        }

        await ReplaceAsync(stage, stage.Cluster.Dashboard, cancellationToken);
        stage.Supervisor.IsOff = false;
    }

    private static async Task ReplaceAsync(ChaosStage stage, LabSilo silo, CancellationToken cancellationToken)
    {
        var code = await silo.TerminateAsync(cancellationToken);
        silo.Launch(LabPlace.Here);
        await silo.WaitUntilReadyAsync(cancellationToken);
        await stage.SayAsync(string.Create(null, $"{silo.Endpoint} ended with {code} and is of the new release"));
    }
}
