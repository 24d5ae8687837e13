using System.Diagnostics;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos;

/// <summary>Plays cells one after the other and judges each of them.</summary>
internal sealed class ChaosRun(ChaosPlan plan, TextWriter progress)
{
    /// <summary>Plays one cell with the plan's seed.</summary>
    public async Task<CellResult> RunAsync(ChaosCell cell, CancellationToken cancellationToken)
    {
        if (cell.Missing is { } missing)
        {
            return new CellResult(cell.Name, plan.Seed, missing, 0, null, [], []);
        }

        await progress.WriteLineAsync($"{cell.Name}, seed {plan.Seed}: {cell.Does}");
        var folder = plan.Folder is null
            ? Directory.CreateTempSubdirectory("ciivsoft-chaos-").FullName
            : Path.Combine(plan.Folder, string.Create(null, $"{cell.Name}-{plan.Seed}"));
        try
        {
            return await PlayAsync(cell, folder, cancellationToken);
        }
#pragma warning disable CA1031 // A cell that breaks is a cell that fails, told with the others; it must not hide them.
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new CellResult(cell.Name, plan.Seed, null, 0, null, [broken.ToString()], []);
        }
        finally
        {
            if (plan.Folder is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<CellResult> PlayAsync(ChaosCell cell, string folder, CancellationToken cancellationToken)
    {
        await using var stage = await cell.SetUpAsync(new StageSetup(plan, folder, progress), cancellationToken);
        await stage.Front.ConnectAsync(stage.Lever, plan.Rate, cancellationToken);
        await stage.Front.ScanUntilIdleAsync(plan.Patience, cancellationToken);
        stage.Supervisor.Begin();
        await stage.SayAsync("the account is at rest; the trouble begins");
        var watch = Stopwatch.StartNew();
        var arrivals = new Arrivals(stage).RunAsync(cancellationToken);
        await cell.PlayAsync(stage, cancellationToken);
        await arrivals;
        await stage.SayAsync("the trouble is over");
        var recovery = await Probe.RunAsync(stage, plan.Patience, cancellationToken);
        var report = await stage.RestAsync(cancellationToken);
        var seconds = watch.Elapsed.TotalSeconds;
        if (plan.Folder is not null)
        {
            var history = await stage.Lever.GetHistoryAsync(after: 0, cancellationToken);
            var lines = history.Select(e => e.ToJsonString());
            await File.WriteAllLinesAsync(Path.Combine(folder, "history.jsonl"), lines, cancellationToken);
        }

        if (recovery is null)
        {
            stage.Findings.Add(
                $"An application that arrived after the trouble was not decided within {plan.Patience}."
            );
        }

        if (stage.Supervisor.Launches > 0)
        {
            stage.Figures.Add($"{stage.Supervisor.Launches} launches of silos that had ended");
        }

        return new CellResult(
            cell.Name,
            plan.Seed,
            Skipped: null,
            seconds,
            recovery?.TotalSeconds,
            [.. stage.Findings, .. LabCheck.FindingsOf(report).Where(f => !stage.Excuse(f)).Select(LabCheck.Line)],
            stage.Figures
        );
    }
}
