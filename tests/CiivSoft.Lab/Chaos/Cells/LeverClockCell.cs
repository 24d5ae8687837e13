namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class LeverClockCell : ChaosCell
{
    public override string Name => "lever-clock";

    public override string Does => "Lever's clock is 15 minutes behind ours, then 15 ahead";

    private const long SkewMs = 15 * 60 * 1000;

    public override async Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken)
    {
        var stage = await ChaosStage.OfClusterAsync(setup, silos: 1, cancellationToken);
        await stage.Lever.PostAsync("clock", new { advanceMs = -SkewMs }, cancellationToken);
        return stage;
    }

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        await Task.Delay(stage.Plan.Lasts / 2, TimeProvider.System, cancellationToken);
        await stage.Lever.PostAsync("clock", new { advanceMs = 2 * SkewMs }, cancellationToken);
        await stage.SayAsync("Lever's clock is ahead now");
        await Task.Delay(stage.Plan.Lasts / 2, TimeProvider.System, cancellationToken);
    }
}
