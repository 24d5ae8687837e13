namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class DatabaseRestartCell : ChaosCell
{
    public override string Name => "database-restart";

    public override string Does => "PostgreSQL crashes and starts again, three seconds later";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);

    public override Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var every = stage.Plan.Lasts / 2 < Every ? stage.Plan.Lasts / 2 : Every;
        return RepeatAsync(stage, every, RestartAsync, cancellationToken);

        async Task RestartAsync()
        {
            await stage.SayAsync("PostgreSQL crashes");
            await stage.Cluster.Database.StopAsync("immediate");
            await Task.Delay(Away, TimeProvider.System, cancellationToken);
            await stage.Cluster.Database.StartAgainAsync();
        }
    }
}
