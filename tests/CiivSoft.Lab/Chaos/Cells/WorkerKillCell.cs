using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class WorkerKillCell : ChaosCell
{
    public override string Name => "worker-kill";

    public override string Does => "a document worker is killed every second";

    public override string? Missing => OperatingSystem.IsLinux() ? null : "It reads Linux' /proc.";

    public override Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken) =>
        ChaosStage.OfSiloAsync(setup, [], cancellationToken);

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var random = new Random(stage.Plan.Seed);
        var kills = 0;
        await RepeatAsync(stage, TimeSpan.FromSeconds(1), Kill, cancellationToken);
        stage.Figures.Add($"{kills} workers killed");
        await stage.RestAsync(cancellationToken);
        var told = (await stage.Front.GetDecisionsAsync(cancellationToken)).ToJsonString();
        if (told.Contains("reader died", StringComparison.Ordinal))
        {
            stage.Findings.Add("A document was given up because its reader was killed.");
        }

        Task Kill()
        {
            var workers = ChildProcesses.IdsOf(stage.Silos[0].ProcessId, "CiivSoft.DocumentWorker");
            if (workers.Count > 0)
            {
                LabProcess.Crash(workers[random.Next(workers.Count)]);
                kills++;
            }

            return Task.CompletedTask;
        }
    }
}
