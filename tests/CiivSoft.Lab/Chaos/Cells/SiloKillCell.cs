namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class SiloKillCell : ChaosCell
{
    public override string Name => "silo-kill";

    public override string Does => "kill -9 of a random silo every 10 seconds";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public override Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var random = new Random(stage.Plan.Seed);
        var every = stage.Plan.Lasts / 2 < Every ? stage.Plan.Lasts / 2 : Every;
        return RepeatAsync(stage, every, () => KillAsync(stage, random), cancellationToken);
    }

    private static Task KillAsync(ChaosStage stage, Random random)
    {
        var silo = stage.Silos[random.Next(stage.Silos.Count)];
        silo.Crash();
        return stage.SayAsync($"kill -9 of {silo.Endpoint}");
    }
}
