namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class RetryStormCell : ChaosCell
{
    public override string Name => "retry-storm";

    public override string Does =>
        "Lever answers nine calls in ten with 429, 500, 502 or 503, five seconds on, three off";

    private static readonly TimeSpan On = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Off = TimeSpan.FromSeconds(3);

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var calls = 0L;
        await RepeatAsync(stage, Off, StormAsync, cancellationToken);
        stage.Figures.Add($"{calls} calls in the storms");

        async Task StormAsync()
        {
            var before = await stage.Lever.CountCallsAsync(cancellationToken);
            var storm = new
            {
                status429 = 0.6,
                status5xx = 0.3,
                seed = stage.Plan.Seed,
            };
            await stage.Lever.PostAsync("faults", storm, cancellationToken);
            await stage.SayAsync("the storm begins");
            await Task.Delay(On, TimeProvider.System, cancellationToken);
            calls += await stage.Lever.CountCallsAsync(cancellationToken) - before;
            await stage.Lever.PostAsync("faults", new { }, cancellationToken);
        }
    }
}
