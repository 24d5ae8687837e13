using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Costs;

/// <summary>
/// Counts what events cost, one after the other on an idle account: calls in the simulator's history, commits in the
/// database's write-ahead log. Each event is handed to a scan; what a scan costs that finds nothing is taken off.
/// </summary>
internal sealed class CostRun(int rounds, TextWriter progress)
{
    private const int People = 150;
    private const double Rate = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Qualities = ["strong", "partial", "wrong"];
    private static readonly string[] Tags = ["Seen"];

    private readonly List<Spent> _applications = [];
    private readonly List<Spent> _postings = [];
    private readonly List<Spent> _changes = [];
    private readonly List<Spent> _quiet = [];

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
            await lab.MeasureAsync(() => Task.CompletedTask, cancellationToken); // Counts from here on.
            for (var round = 0; round < rounds; round++)
            {
                await progress.WriteLineAsync($"Round {round + 1} of {rounds}");
                await RunRoundAsync(lab, lever, cancellationToken);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Table();
    }

    private async Task RunRoundAsync(CostLab lab, LabSimulator lever, CancellationToken cancellationToken)
    {
        _quiet.Add(await lab.MeasureAsync(() => Task.CompletedTask, cancellationToken));
        foreach (var quality in Qualities)
        {
            IReadOnlyList<JsonNode> arrived = [];
            _applications.Add(
                await lab.MeasureAsync(
                    async () => arrived = await lever.ArriveAsync(new { applications = 1, quality }, cancellationToken),
                    cancellationToken
                )
            );
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

        _postings.Add(
            await lab.MeasureAsync(() => lever.ArriveAsync(new { postings = 1 }, cancellationToken), cancellationToken)
        );
    }

    private List<EventCost> Table()
    {
        var quiet = (Calls: _quiet.Average(q => q.Calls), Commits: _quiet.Average(q => q.Commits));
        var noMatch = _applications.Where(a => a is { Moves: 0, Leads: 0 }).ToList();
        return
        [
            Cost("FiiLTER match", _applications.Where(a => a.Moves == 1), quiet, 6, 4, 4),
            Cost("FiiLTER no match, REFiiNE none", noMatch, quiet, 3, 2, 2),
            Cost(
                "FiiLTER no match, REFiiNE lead",
                _applications.Where(a => a is { Moves: 0, Leads: 1 }),
                quiet,
                7,
                4,
                4
            ),
            Cost("ARKiiVE, one new posting", _postings.Where(p => p.Leads > 0), quiet, 22, 21, 16),
            Cost("scan when nothing changed", _quiet, (0, 0), 4, 3, 1),
            Cost("candidate changed, same résumé", _changes, quiet, 0, 0, 1),
        ];
    }

    private static EventCost Cost(
        string name,
        IEnumerable<Spent> events,
        (double Calls, double Commits) anyhow,
        double mustCalls,
        double floorCalls,
        double mustCommits
    )
    {
        var spent = events.ToList();
        return new EventCost(
            name,
            [.. spent.Select(e => e.Calls - anyhow.Calls)],
            [.. spent.Select(e => e.Commits - anyhow.Commits)],
            mustCalls,
            floorCalls,
            mustCommits
        );
    }
}
