using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Costs;

/// <summary>
/// Counts what events cost, one after the other on an idle account: calls in the simulator's history, commits in the
/// database's write-ahead log, grain calls by the silo's counter. Each event is handed to a scan; what a scan costs that
/// finds nothing is taken off. What the next scan finds of our own writes is a row of its own.
/// </summary>
internal sealed class CostRun(int rounds, TextWriter progress)
{
    private const int People = 150;
    private const double Rate = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Qualities = ["strong", "partial", "wrong"];
    private static readonly string[] Tags = ["Seen"];

    private readonly List<Spent> _applications = [];
    private readonly List<Spent> _changes = [];
    private readonly List<Spent> _quiet = [];
    private readonly List<Spent> _echoes = [];

    public async Task<IReadOnlyList<EventCost>> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-costs-").FullName;
        try
        {
            using var lever = await LabSimulator.StartAsync(folder, People, seed: 7, Rate, cancellationToken);
            using var silo = await LabSilo.StartAsync(folder, grace: null, cancellationToken);
            await silo.ConnectAsync(lever, Rate, cancellationToken);
            await silo.WaitUntilAsync(s => s["isIdle"]!.GetValue<bool>(), Patience, cancellationToken);
            var lab = new CostLab(lever, silo, new CommitCounter(Path.Combine(folder, "data", "ciivsoft.db")));
            await lab.SettleAsync(cancellationToken); // Counts from here on.
            for (var round = 0; round < rounds; round++)
            {
                await progress.WriteLineAsync($"Round {round + 1} of {rounds}");
                await RunRoundAsync(lab, lever, cancellationToken);
            }

            var arkiive = new ArkiiveCosts(lab, lever, silo, progress);
            await arkiive.RunAsync(rounds, cancellationToken);
            return Table(arkiive);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunRoundAsync(CostLab lab, LabSimulator lever, CancellationToken cancellationToken)
    {
        _quiet.Add(await lab.SettleAsync(cancellationToken));
        foreach (var quality in Qualities)
        {
            IReadOnlyList<JsonNode> arrived = [];
            _applications.Add(
                await lab.MeasureAsync(
                    async () => arrived = await lever.ArriveAsync(new { applications = 1, quality }, cancellationToken),
                    cancellationToken
                )
            );
            _echoes.Add(await lab.SettleAsync(cancellationToken));
            var opportunity = arrived.Single(c => c["opportunity"] is not null)["opportunity"]!.GetValue<string>();
            var act = new
            {
                kind = "tag",
                opportunity,
                tags = Tags,
            };
            _changes.Add(
                await lab.MeasureAsync(() => lever.PostAsync("act", act, cancellationToken), cancellationToken)
            );
        }

        await lever.ArriveAsync(new { postings = 1 }, cancellationToken);
        await lab.SettleAsync(cancellationToken);
        await lab.SettleAsync(cancellationToken);
    }

    private IReadOnlyList<EventCost> Table(ArkiiveCosts arkiive)
    {
        var quiet = Anyhow.Of(_quiet);
        var posting = new CostBar(22, 21, 16, 20 + ArkiiveCosts.Shards);
        return
        [
            new("FiiLTER match", [.. _applications.Where(a => a.Moves == 1)], quiet, new(6, 4, 4, 12)),
            new(
                "FiiLTER no match, REFiiNE none",
                [.. _applications.Where(a => a is { Moves: 0, Leads: 0 })],
                quiet,
                new(3, 2, 2, 12)
            ),
            new(
                "FiiLTER no match, REFiiNE lead",
                [.. _applications.Where(a => a is { Moves: 0, Leads: 1 })],
                quiet,
                new(7, 4, 4, 18)
            ),
            new("ARKiiVE, one new posting, 7 leads", arkiive.Quiet, quiet, posting),
            new("ARKiiVE, many postings at once", arkiive.Loaded, quiet, posting),
            new("ARKiiVE, 7 leads and a refill", arkiive.Refilled, quiet, null),
            new("scan when nothing changed", _quiet, Anyhow.Nothing, new(4, 3, 1, 6)),
            new("scan that finds our own writes", _echoes, quiet, null),
            new("candidate changed, same résumé", _changes, quiet, new(0, 0, 1, 2)),
        ];
    }
}
