using CiivSoft.Lab.Programs;
using CiivSoft.Testing;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class DatabaseDiskFullCell : ChaosCell
{
    public override string Name => "database-disk-full";

    public override string Does => "the disk of PostgreSQL is full until it stops, then there is room again";

    // PostgreSQL's own 40 MB, five segments of its log, and little more.
    private const int Megabytes = 176;

    public override string? Missing => base.Missing ?? TinyDisk.Missing;

    public override async Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken)
    {
        // PostgreSQL's user may not look into the lab's folder.
        var folder = Directory.CreateTempSubdirectory("ciivsoft-disk-");
        await Shell.RunAsync("chmod", "755", folder.FullName);
        var disk = await TinyDisk.MountAsync(Path.Combine(folder.FullName, "disk"), Megabytes);
        var cluster = ChaosStage.ClusterOf(setup, silos: 3) with
        {
            Postgres = new LocalPostgresSetup { Parent = disk.Folder, MaxWalMegabytes = 48 },
        };
        try
        {
            var stage = await ChaosStage.OfClusterAsync(setup, cluster, cancellationToken);
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
        for (
            var until = TimeProvider.System.GetUtcNow() + (stage.Plan.Lasts / 2);
            TimeProvider.System.GetUtcNow() < until;

        )
        {
            disk.Fill(); // What PostgreSQL gives back meanwhile is taken too.
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
        }

        var stopped = !await stage.Cluster.Database.IsRunningAsync();
        var refusals = stage.CountInLogs("No space left", "53100");
        stage.Figures.Add(
            $"{refusals} log lines about the full disk, PostgreSQL {(stopped ? "had stopped" : "ran on")}"
        );
        if (refusals == 0 && !stopped)
        {
            stage.Findings.Add("Nothing met the full disk: the cell did not test what it should.");
        }

        disk.Free();
        if (stopped)
        {
            await stage.Cluster.Database.StartAgainAsync();
        }
    }
}
