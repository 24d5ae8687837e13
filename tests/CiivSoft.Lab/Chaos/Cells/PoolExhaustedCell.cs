using CiivSoft.Testing;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class PoolExhaustedCell : ChaosCell
{
    public override string Name => "pool-exhausted";

    public override string Does => "others hold every session that PostgreSQL has, and the silos lose theirs";

    private const string EndOurs =
        "select count(pg_terminate_backend(pid)) from pg_stat_activity "
        + "where datname = 'ciivsoft' and application_name <> 'other' and usename = 'app'";

    public override Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken) =>
        ChaosStage.OfClusterAsync(
            setup,
            ChaosStage.ClusterOf(setup, silos: 3) with
            {
                Postgres = new LocalPostgresSetup { MaxConnections = 60 },
            },
            cancellationToken
        );

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        await using var owner = await Sessions.OpenAsOwnerAsync(stage.Cluster, cancellationToken);
        await using var others = new HeldSessions(stage.Cluster);
        await RepeatAsync(stage, TimeSpan.FromSeconds(0.5), TakeAllAsync, cancellationToken);
        stage.Figures.Add($"{others.Count} of 60 sessions held by others");

        async Task TakeAllAsync()
        {
            await Sessions.CountAsync(owner, EndOurs, cancellationToken);
            await others.TakeAllAsync(cancellationToken);
        }
    }
}
