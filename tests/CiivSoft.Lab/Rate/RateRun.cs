using System.Text.Json.Nodes;
using CiivSoft.Lab.Chaos;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Rate;

/// <summary>
/// An account with a long first synchronisation at Lever's true rate, on one or more silos. Meanwhile applications arrive now
/// and then, in this account and in a small one beside it.
/// </summary>
internal sealed class RateRun(RatePlan plan, TextWriter progress)
{
    private const string Small = "small";
    private const string SmallKey = "lab-canary-5b1e0c7d-small";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(20);

    public async Task<RateResult> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-rate-").FullName;
        try
        {
            // Everybody costs two calls or so; the backlog must outlast the run.
            var size = new ChaosPlan
            {
                People = plan.Calls,
                Rate = plan.Rate,
                Seed = plan.Seed,
            };
            var setup = new StageSetup(size, folder, progress);
            await using var stage = await ChaosStage.OfClusterAsync(setup, plan.Silos, cancellationToken);
            return await RunAsync(stage, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<RateResult> RunAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(stage.Folder, Small)).FullName;
        using var small = await LabSimulator.StartAsync(folder, people: 20, plan.Seed, plan.Rate, cancellationToken);
        await small.PostAsync(
            "keys",
            new
            {
                action = "create",
                key = SmallKey,
                profile = "all",
            },
            cancellationToken
        );
        await stage.Front.ConnectAsync(Small, SmallKey, small, plan.Rate, cancellationToken);
        await stage.Front.ConnectAsync(stage.Lever, plan.Rate, cancellationToken);
        await using var foreign = plan.Foreign > 0 ? new ForeignClient(stage.Lever, plan.Foreign) : null;
        var (own, other) = (new List<double>(), new List<double>());
        while (await stage.Lever.CountCallsAsync(cancellationToken) < CallsInAll)
        {
            await Task.Delay(BetweenProbes, TimeProvider.System, cancellationToken);
            own.Add(await ProbeAsync(stage, stage.Lever, LabSilo.Account, cancellationToken));
            other.Add(await ProbeAsync(stage, small, Small, cancellationToken));
            var calls = await stage.Lever.CountCallsAsync(cancellationToken);
            await stage.SayAsync(
                string.Create(
                    null,
                    $"{calls} calls; decided after {own[^1]:F1} s, in the small account {other[^1]:F1} s"
                )
            );
        }

        return Judge(await stage.Lever.GetHistoryAsync(after: 0, cancellationToken), own, other);
    }

    // The other client's calls are counted with ours.
    private int CallsInAll => (int)(plan.Calls * plan.Rate / (plan.Rate - plan.Foreign));

    private static async Task<double> ProbeAsync(
        ChaosStage stage,
        LabSimulator lever,
        string account,
        CancellationToken cancellationToken
    ) =>
        (await Probe.RunAsync(stage, lever, account, Patience, cancellationToken))?.TotalSeconds
        ?? Patience.TotalSeconds;

    private RateResult Judge(IReadOnlyList<JsonNode> history, List<double> own, List<double> other)
    {
        var requests = history
            .Where(e => e["kind"]!.GetValue<string>() == "request" && e["key"] is not null)
            .ToLookup(e => e["route"]?.GetValue<string>() == ForeignClient.Route);
        var ours = requests[false].OrderBy(At).Take(plan.Calls).ToList();
        var seconds = (At(ours[^1]) - At(ours[0])) / 1000.0;
        var theirs = requests[true].Count(e => At(e) >= At(ours[0]) && At(e) <= At(ours[^1]) && !IsRefused(e));
        return new RateResult(plan, ours.Count, ours.Count(IsRefused), seconds, theirs / seconds, own, other);
    }

    private static long At(JsonNode request) => request["receivedAtReal"]!.GetValue<long>();

    private static bool IsRefused(JsonNode request) => request["status"]?.GetValue<int>() == 429;
}
