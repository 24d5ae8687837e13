using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class DiskFullCell : ChaosCell
{
    public override string Name => "disk-full";

    public override string Does =>
        "the disk of a silo on SQLite is full, the silo is killed on it, then there is room again";

    public override string? Missing => TinyDisk.Missing;

    public override async Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The stage ends it.
        var disk = await TinyDisk.MountAsync(Path.Combine(setup.Folder, "data"), megabytes: 96);
#pragma warning restore CA2000
        try
        {
            var stage = await ChaosStage.OfSiloAsync(setup, [], cancellationToken);
            stage.Props.Push(disk);
            return stage;
        }
        catch
        {
            await disk.DisposeAsync();
            throw;
        }
    }

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var disk = stage.Props.OfType<TinyDisk>().Single();
        await Task.Delay(stage.Plan.Lasts / 4, TimeProvider.System, cancellationToken);
        disk.Fill();
        await stage.SayAsync("the disk is full");
        await Task.Delay(stage.Plan.Lasts / 4, TimeProvider.System, cancellationToken);
        stage.Silos[0].Crash();
        await stage.SayAsync("kill -9 of the silo");
        await Task.Delay(stage.Plan.Lasts / 4, TimeProvider.System, cancellationToken);
        disk.Free();
        var refusals = stage.CountInLogs("disk is full", "No space left");
        stage.Figures.Add($"{refusals} log lines about the full disk");
        if (refusals == 0)
        {
            stage.Findings.Add("Nothing met the full disk: the cell did not test what it should.");
        }
    }
}
