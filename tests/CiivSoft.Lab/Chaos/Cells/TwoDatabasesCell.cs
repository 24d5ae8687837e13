using System.Diagnostics;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class TwoDatabasesCell : ChaosCell
{
    public override string Name => "two-clusters-two-databases";

    public override string Does =>
        "a second cluster with a database of its own is connected to the account, with a key of its own";

    private const string SecondKey = "lab-canary-5b1e0c7d-foreign";

    public override Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken) =>
        ChaosStage.OfClusterAsync(setup, silos: 1, cancellationToken);

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var own = ChaosStage.ClusterOf(stage.Setup with { Folder = Path.Combine(stage.Folder, "foreign") }, silos: 1);
        await using var foreign = await LabCluster.StartAsync(own, cancellationToken);
        await stage.Lever.PostAsync(
            "keys",
            new
            {
                action = "create",
                key = SecondKey,
                profile = "all",
                rate = stage.Plan.Rate,
            },
            cancellationToken
        );
        await foreign.Dashboard.ConnectAsync(
            LabSilo.Account,
            SecondKey,
            stage.Lever,
            stage.Plan.Rate,
            cancellationToken
        );
        // What the second writes is foreign to the first, whose tables are judged; that it says so is judged below.
        stage.Excuse = f => f["code"]!.GetValue<string>() is "unrecorded-lead" or "unrecorded-note";
        await stage.SayAsync("the second cluster is connected");
        var watch = Stopwatch.StartNew();
        await foreign.Dashboard.WaitUntilAsync(TellsOfAnother, stage.Plan.Patience, cancellationToken);
        stage.Figures.Add(string.Create(null, $"the second said so after {watch.Elapsed.TotalSeconds:F1} s"));
        for (var until = TimeProvider.System.GetUtcNow() + stage.Plan.Lasts; TimeProvider.System.GetUtcNow() < until; )
        {
            await foreign.Dashboard.ScanAsync(cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
        }

        stage.Findings.AddRange(await DoublesAsync(stage.Lever, cancellationToken));
        var writes = (await stage.Lever.GetHistoryAsync(0, cancellationToken)).Count(e =>
            e["kind"]!.GetValue<string>() == "request"
            && e["key"]?.GetValue<string>() is { } key
            && key != "key-1"
            && e["method"]!.GetValue<string>() != "GET"
        );
        stage.Figures.Add($"{writes} writes by the second");
        await stage.TryScanAsync(cancellationToken);
        if (writes > 0)
        {
            await stage.Front.WaitUntilAsync(TellsOfAnother, stage.Plan.Patience, cancellationToken);
            stage.Figures.Add("the first said so too");
        }
    }

    private static bool TellsOfAnother(JsonNode status) =>
        status["findings"]!
            .AsArray()
            .Any(f => f!["code"]!.GetValue<string>() is "foreign-marks" or "foreign-note" or "foreign-second");

    // The checker judges one database; this looks at Lever alone.
    private static async Task<IReadOnlyList<string>> DoublesAsync(
        LabSimulator lever,
        CancellationToken cancellationToken
    )
    {
        var rows = await lever.GetWorldAsync("opportunities", cancellationToken);
        var leads = rows.Select(r => r["opportunity"]!)
            .Where(o =>
                o["sources"]!.AsArray().Any(s => s!.GetValue<string>().StartsWith("CiiVSOFT", StringComparison.Ordinal))
            )
            .GroupBy(o => (o["contact"]!.GetValue<string>(), PostingOf(o)))
            .Where(g => g.Count() > 1)
            .Select(g =>
                $"{g.Count()} leads of ours for one person and posting: {string.Join(", ", g.Select(o => o["id"]))}"
            );
        var notes = rows.SelectMany(r =>
                r["notes"]!
                    .AsArray()
                    .Select(n => (Opportunity: r["opportunity"]!["id"]!.GetValue<string>(), Text: TextOf(n!)))
            )
            .Where(n => n.Text.Contains("Ref CVS-", StringComparison.Ordinal))
            .GroupBy(n => (n.Opportunity, n.Text[..n.Text.LastIndexOf("Ref CVS-", StringComparison.Ordinal)]))
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Count()} notes that say the same on {g.Key.Opportunity}");
        return [.. leads, .. notes];
    }

    private static string? PostingOf(JsonNode opportunity) =>
        opportunity["applications"]!.AsArray().Select(a => a!["posting"]?.GetValue<string>()).FirstOrDefault();

    private static string TextOf(JsonNode note) =>
        note["fields"]?.AsArray().Select(f => f!["value"]?.ToString()).FirstOrDefault()
        ?? note["text"]?.ToString()
        ?? "";
}
