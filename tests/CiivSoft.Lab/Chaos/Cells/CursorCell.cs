namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class CursorCell : ChaosCell
{
    public override string Name => "cursor";

    public override string Does =>
        "rows become visible up to two minutes late, a thousand of them in one burst, while lists are paged";

    private const long LateMs = 120_000;
    private const int Burst = 1000;

    public override Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken) =>
        ChaosStage.OfClusterAsync(setup, silos: 1, cancellationToken);

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        await stage.Lever.PostAsync("faults", new { lateVisibilityMs = LateMs }, cancellationToken);
        await stage.Lever.ArriveAsync(new { applications = Burst }, cancellationToken);
        await stage.TryScanAsync(cancellationToken);
        // Lateness runs on Lever's clock: it goes on in jumps, so that rows turn up in between of what was listed before.
        for (var step = 0; step < 4; step++)
        {
            await Task.Delay(stage.Plan.Lasts / 4, TimeProvider.System, cancellationToken);
            await stage.Lever.PostAsync("clock", new { advanceMs = LateMs / 2 }, cancellationToken);
            await stage.TryScanAsync(cancellationToken);
        }

        await stage.Lever.PostAsync("faults", new { }, cancellationToken);
        stage.Figures.Add($"{Burst} applications at once, visible {LateMs / 1000} s late");
    }
}
