using CiivSoft.Lab.Chaos;

namespace CiivSoft.Lab.Rate;

/// <summary>The same applications on one, two and three silos, without faults and without a rate limit that is felt.</summary>
internal sealed class SiloCostRun(int applications, int rounds, TextWriter progress)
{
    private const double Unlimited = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private IReadOnlyDictionary<string, string>? _ofOne;

    public async Task<IReadOnlyList<SiloCost>> RunAsync(int mostSilos, CancellationToken cancellationToken)
    {
        var costs = new List<SiloCost>();
        for (var silos = 1; silos <= mostSilos; silos++)
        {
            costs.Add(await MeasureAsync(silos, cancellationToken));
            await progress.WriteLineAsync(costs[^1].ToString());
        }

        return costs;
    }

    private async Task<SiloCost> MeasureAsync(int silos, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-silos-").FullName;
        try
        {
            var plan = new ChaosPlan { People = 40, Rate = Unlimited };
            await using var stage = await ChaosStage.OfClusterAsync(
                new StageSetup(plan, folder, progress),
                silos,
                cancellationToken
            );
            await stage.Front.ConnectAsync(stage.Lever, Unlimited, cancellationToken);
            for (var warmUp = 0; warmUp < 2 * silos; warmUp++)
            {
                await RoundAsync(stage, cancellationToken); // compiles and fills caches, in each silo as much as in one
            }

            var found = new List<(double Milliseconds, double Calls)>();
            for (var round = 0; round < rounds; round++)
            {
                found.Add(await RoundAsync(stage, cancellationToken));
            }

            var decisions = await SiloDecisions.ReadAsync(stage.Cluster, cancellationToken);
            var (compared, differ) = SiloDecisions.Compare(_ofOne ??= decisions, decisions);
            return new SiloCost(silos, found.Min(f => f.Milliseconds), found.Average(f => f.Calls), compared, differ);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<(double Milliseconds, double Calls)> RoundAsync(
        ChaosStage stage,
        CancellationToken cancellationToken
    )
    {
        var (time, calls) = (TimeOf(stage), await stage.Lever.CountCallsAsync(cancellationToken));
        await stage.Lever.ArriveAsync(new { applications }, cancellationToken);
        await stage.Front.ScanUntilIdleAsync(Patience, cancellationToken);
        return (
            (TimeOf(stage) - time).TotalMilliseconds / applications,
            (double)(await stage.Lever.CountCallsAsync(cancellationToken) - calls) / applications
        );
    }

    private static TimeSpan TimeOf(ChaosStage stage) =>
        stage.Silos.Aggregate(TimeSpan.Zero, (sum, silo) => sum + silo.Use.ProcessorTime + silo.Use.ChildrensTime);
}
