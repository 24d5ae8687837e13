namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class RepeatedKillsCell : ChaosCell
{
    public override string Name => "repeated-kills";

    public override string Does =>
        "a silo is killed again and again as soon as it is up, and all of them at once in the end";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var victim = stage.Silos[stage.Plan.Seed % stage.Silos.Count];
        var kills = 0;
        await RepeatAsync(stage, Every, KillWhenUpAsync, cancellationToken);
        foreach (var silo in stage.Silos)
        {
            silo.Crash();
        }

        stage.Figures.Add($"{kills} kills of one silo, then of all");

        async Task KillWhenUpAsync()
        {
            if (await victim.GetHealthAsync("startup", cancellationToken) is not null)
            {
                victim.Crash();
                kills++;
                await stage.SayAsync($"kill -9 of {victim.Endpoint}");
            }
        }
    }
}
