namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class BackendKillsCell : ChaosCell
{
    public override string Name => "backend-kills";

    public override string Does => "half of the sessions of the database are ended every half second";

    private const string EndHalf =
        "select count(pg_terminate_backend(pid)) from pg_stat_activity "
        + "where datname = 'ciivsoft' and pid <> pg_backend_pid() and random() < 0.5";

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var ended = 0L;
        await using var owner = await Sessions.OpenAsOwnerAsync(stage.Cluster, cancellationToken);
        await RepeatAsync(
            stage,
            TimeSpan.FromSeconds(0.5),
            async () => ended += await Sessions.CountAsync(owner, EndHalf, cancellationToken),
            cancellationToken
        );
        stage.Figures.Add($"{ended} sessions ended");
    }
}
