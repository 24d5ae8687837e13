using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Faults;

/// <summary>
/// Simulator and silo as processes, applications and postings arriving while answers and requests are lost, writes come
/// late, Lever fails, recruiters act and the silo is killed; at the end, when nothing is left to do, the checker judges.
/// </summary>
internal sealed class FaultRun(FaultPlan plan, TextWriter progress)
{
    private const int Batch = 25;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);
    private static readonly string[] NotYet =
    [
        "undecided",
        "unsettled",
        "no-note",
        "unrecorded-lead",
        "unrecorded-note",
    ];

    private readonly Random _random = new(plan.Seed);
    private readonly RecruiterActs _recruiter = new(plan.Seed);

    /// <summary>Runs the plan and returns the checker's document with times and kills.</summary>
    public async Task<FaultResult> RunAsync(CancellationToken cancellationToken)
    {
        var folder = plan.Folder ?? Directory.CreateTempSubdirectory("ciivsoft-faults-").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            using var lever = await LabSimulator.StartAsync(
                folder,
                plan.People,
                plan.Seed,
                plan.Rate,
                cancellationToken
            );
            using var silo = await LabSilo.StartAsync(folder, plan.Grace, cancellationToken);
            await silo.ConnectAsync(lever, plan.Rate, cancellationToken);
            var watch = Stopwatch.StartNew();
            if (plan.HasFaults)
            {
                await LeverFaults.BeginAsync(lever, plan.LatestCommit, plan.Seed, cancellationToken);
            }

            var kills = await ArriveAsync(lever, silo, cancellationToken);
            var arrived = watch.Elapsed;
            var (report, rest) = await WaitForRestAsync(folder, lever, silo, watch, cancellationToken);
            return new FaultResult(plan, kills, arrived, rest, report);
        }
        finally
        {
            if (plan.Folder is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<int> ArriveAsync(LabSimulator lever, LabSilo silo, CancellationToken cancellationToken)
    {
        var steps = Math.Max(10, (plan.Applications + Batch - 1) / Batch);
        var killAt = Enumerable.Range(1, steps - 1).OrderBy(_ => _random.Next()).Take(Kills).ToHashSet();
        var (kills, sinceKill) = (0, Stopwatch.StartNew());
        for (var step = 0; step < steps; step++)
        {
            var arrivals = new
            {
                postings = Share(plan.Postings, step, steps),
                applications = Share(plan.Applications, step, steps),
            };
            _recruiter.Remember(await lever.ArriveAsync(arrivals, cancellationToken));
            for (var act = Share(plan.Acts, step, steps); act > 0; act--)
            {
                await _recruiter.ActAsync(lever, cancellationToken);
            }

            await silo.ScanAsync(cancellationToken);
            await Task.Delay(plan.Pause * (0.5 + _random.NextDouble()), TimeProvider.System, cancellationToken);
            if (killAt.Contains(step) || (plan.HasFaults && sinceKill.Elapsed > plan.KillEvery))
            {
                await KillAsync(silo, $"Step {step} of {steps}", cancellationToken);
                kills++;
                sinceKill.Restart();
            }
        }

        await silo.ScanAsync(cancellationToken);
        return kills;
    }

    private async Task KillAsync(LabSilo silo, string when, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var killed = silo.ProcessId;
        await silo.KillAsync();
        await silo.StartAgainAsync(cancellationToken);
        var seconds = watch.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
        await progress.WriteLineAsync($"{when}: kill -9 {killed}, ready again after {seconds} s");
    }

    private int Kills => plan is { HasFaults: true, KillEvery: null } ? plan.Kills : 0;

    // How many of so many fall to this step, when they are spread evenly.
    private static int Share(int all, int step, int steps) => (all * (step + 1) / steps) - (all * step / steps);

    // The status tells when it seems over; the checker knows what may still come and is asked until that is gone.
    private async Task<(JsonNode Report, TimeSpan RestAt)> WaitForRestAsync(
        string folder,
        LabSimulator lever,
        LabSilo silo,
        Stopwatch watch,
        CancellationToken cancellationToken
    )
    {
        var until = watch.Elapsed + plan.Patience;
        while (true)
        {
            await silo.WaitUntilAsync(s => s["isIdle"]!.GetValue<bool>(), plan.Patience, cancellationToken);
            while ((await lever.GetStatusAsync(cancellationToken))["pendingLateCommits"]!.GetValue<int>() > 0)
            {
                await Task.Delay(LookAgain, TimeProvider.System, cancellationToken);
            }

            var rest = watch.Elapsed;
            var report = await LabCheck.RunAsync(folder, lever, plan.Rate, cancellationToken);
            var open = Findings(report).Count(f => NotYet.Contains(f["code"]!.GetValue<string>()));
            if (open == 0 || watch.Elapsed > until)
            {
                return (report, rest);
            }

            await progress.WriteLineAsync($"{open} effects or applications are not settled yet.");
            await Task.Delay(AskAgain, TimeProvider.System, cancellationToken);
        }
    }

    private static IEnumerable<JsonNode> Findings(JsonNode report) =>
        report["accounts"]!.AsArray().SelectMany(a => a!["findings"]!.AsArray()).Select(f => f!);
}
