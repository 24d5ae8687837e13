using System.Diagnostics;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class KeyRevokedCell : ChaosCell
{
    public override string Name => "key-revoked";

    public override string Does =>
        "the API key is deleted in Lever, and a new one made after the account was disconnected";

    private const string OtherAccount = "other";
    private const string NewKey = "lab-canary-5b1e0c7d-second";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UntilDisconnected = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan ResumesWithin = TimeSpan.FromSeconds(30);

    public override async Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken)
    {
        var stage = await ChaosStage.OfClusterAsync(setup, silos: 2, cancellationToken);
        var folder = Directory.CreateDirectory(Path.Combine(setup.Folder, "other")).FullName;
        var plan = setup.Plan;
#pragma warning disable CA2000 // The stage ends it.
        var other = await LabSimulator.StartAsync(folder, people: 20, plan.Seed + 1, plan.Rate, cancellationToken);
#pragma warning restore CA2000
        stage.Props.Push(other);
        await stage.Front.ConnectAsync(OtherAccount, LabSimulator.ApiKey, other, plan.Rate, cancellationToken);
        return stage;
    }

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var other = stage.Props.OfType<LabSimulator>().Single();
        await Task.Delay(stage.Plan.Lasts / 3, TimeProvider.System, cancellationToken);
        await stage.Lever.PostAsync("keys", new { action = "revoke", key = LabSimulator.ApiKey }, cancellationToken);
        var watch = Stopwatch.StartNew();
        await stage.SayAsync("the key is deleted");
        var probe = await Probe.RunAsync(stage, other, OtherAccount, Minute, cancellationToken);
        stage.Figures.Add(string.Create(null, $"another account decided after {probe?.TotalSeconds:F1} s meanwhile"));
        if (probe is null)
        {
            stage.Findings.Add("Another account stood still while this one's key was refused.");
        }

        await stage.Front.WaitUntilAsync(IsDisconnected, UntilDisconnected, cancellationToken);
        stage.Figures.Add(string.Create(null, $"disconnected after {watch.Elapsed.TotalSeconds:F0} s"));
        await JudgeProbesAsync(stage, cancellationToken);
        await ReplaceKeyAsync(stage, cancellationToken);
    }

    private static bool IsDisconnected(JsonNode status) =>
        string.Equals(status["connection"]!.GetValue<string>(), "disconnected", StringComparison.OrdinalIgnoreCase);

    // What was under way when the key was deleted is refused too and is no probe: it is over a second later.
    private static async Task JudgeProbesAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var history = await stage.Lever.GetHistoryAsync(after: 0, cancellationToken);
        var refused = history
            .Where(e => e["kind"]!.GetValue<string>() == "request" && e["status"]?.GetValue<int>() == 401)
            .Select(e => e["receivedAtReal"]!.GetValue<long>())
            .ToList();
        var first = refused.Min();
        var probes = refused.Where(at => at > first + 1000).Order().ToList();
        var most =
            probes.Count == 0
                ? 0
                : probes.Max(at => probes.Count(p => p >= at && p < at + (long)Minute.TotalMilliseconds));
        stage.Figures.Add($"{refused.Count - probes.Count} calls refused at once, then at most {most} probes a minute");
        if (most > 3)
        {
            stage.Findings.Add($"There were {most} probing calls in one minute; at most 3 are allowed.");
        }
    }

    private static async Task ReplaceKeyAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        await stage.Lever.PostAsync(
            "keys",
            new
            {
                action = "create",
                key = NewKey,
                profile = "all",
                rate = stage.Plan.Rate,
            },
            cancellationToken
        );
        await stage.Front.ConnectAsync(LabSilo.Account, NewKey, stage.Lever, stage.Plan.Rate, cancellationToken);
        var resumed = await Probe.RunAsync(stage, stage.Plan.Patience, cancellationToken);
        stage.Figures.Add(string.Create(null, $"resumed {resumed?.TotalSeconds:F1} s after the new key"));
        if (resumed is null || resumed > ResumesWithin)
        {
            stage.Findings.Add($"The account did not resume within {ResumesWithin.TotalSeconds} s of a new key.");
        }
    }
}
