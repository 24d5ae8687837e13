using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class PeopleCell : ChaosCell
{
    public override string Name => "people";

    public override string Does =>
        "writes are held back until a recruiter has acted on what they are about, and let go two seconds later";

    private static readonly string[] Acts = ["stage", "archive", "hire", "delete", "tag", "closePosting"];

    // What a person did so long before the write must be respected.
    private static readonly TimeSpan Visible = TimeSpan.FromSeconds(2.1);

    public override Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken) =>
        ChaosStage.OfClusterAsync(setup, silos: 1, cancellationToken);

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var random = new Random(stage.Plan.Seed);
        var held = 0;
        await RepeatAsync(stage, TimeSpan.FromSeconds(1), RoundAsync, cancellationToken);
        var status = await stage.Front.GetStatusAsync(cancellationToken);
        var overtaken = status["effects"]?["overtaken"]?.GetValue<long>() ?? 0;
        stage.Figures.Add(
            $"a recruiter acted on {held} things whose writes were due; {overtaken} writes were not made"
        );
        if (held > 20 && overtaken == 0)
        {
            stage.Findings.Add("No write was overtaken: the cell did not test what it should.");
        }

        async Task RoundAsync()
        {
            await stage.Front.PostAsync(Path("pause"), new { }, cancellationToken);
            await Probe.RunAsync(stage, stage.Plan.Patience, cancellationToken);
            held += await ActAsync(stage, random, cancellationToken);
            await Task.Delay(Visible, TimeProvider.System, cancellationToken);
            await stage.Front.PostAsync(Path("resume"), new { }, cancellationToken);
        }
    }

    private static string Path(string verb) => $"api/accounts/{LabSilo.Account}/{verb}";

    // On half of what waits to be written.
    private static async Task<int> ActAsync(ChaosStage stage, Random random, CancellationToken cancellationToken)
    {
        var acted = 0;
        var decisions = (await stage.Front.GetDecisionsAsync(cancellationToken)).AsArray();
        foreach (var decision in decisions.Where(d => IsHeld(d!) && random.Next(2) == 0))
        {
            var kind = Acts[random.Next(Acts.Length)];
            var target = kind == "closePosting" ? decision!["postingId"] : decision!["opportunityId"];
            if (
                target?.GetValue<string>() is { } id
                && await stage.Lever.TryActAsync(ActOf(kind, id), cancellationToken)
            )
            {
                acted++;
            }
        }

        return acted;
    }

    private static bool IsHeld(JsonNode decision) =>
        decision["effects"]!
            .AsArray()
            .Any(e => e!["state"]!.ToString().ToUpperInvariant() is "PLANNED" or "BLOCKED" or "0" or "4");

    private static object ActOf(string kind, string id) =>
        kind switch
        {
            "closePosting" => new { kind, posting = id },
            "stage" => new
            {
                kind,
                opportunity = id,
                stage = "offer",
            },
            "tag" => new
            {
                kind,
                opportunity = id,
                tags = new[] { "CiiVSOFT opt-out" },
            },
            _ => new { kind, opportunity = id },
        };
}
