using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class ClockSkewCell : ChaosCell
{
    public override string Name => "clock-skew";

    public override string Does => "the silos' clocks jump to ten minutes ahead and ten behind each other, and back";

    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    public override string? Missing =>
        base.Missing ?? (File.Exists(Library) ? null : "libfaketime is not installed: apt-get install faketime.");

    public override Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken)
    {
        var cluster = ChaosStage.ClusterOf(setup, silos: 3) with
        {
            PlaceOf = number => number is 1 or 2 ? new LabPlace { Environment = Skewed(setup, number) } : LabPlace.Here,
        };
        return ChaosStage.OfClusterAsync(setup, cluster, cancellationToken);
    }

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        // Rows planned by a clock that is ahead seem to be planned after they were sent.
        stage.Excuse = f => f["code"]!.GetValue<string>() == "sent-before-intent";
        (string, string)[] jumps = [("+10m", "-10m"), ("-10m", "+10m"), ("+0", "+0")];
        foreach (var (first, second) in jumps)
        {
            await stage.SayAsync($"the clocks of two silos jump to {first} and {second}");
            await SetAsync(stage.Setup, 1, first);
            await SetAsync(stage.Setup, 2, second);
            await Task.Delay(stage.Plan.Lasts / 3, TimeProvider.System, cancellationToken);
        }
    }

    private static Dictionary<string, string> Skewed(StageSetup setup, int number)
    {
        Directory.CreateDirectory(setup.Folder);
        File.WriteAllText(FileOf(setup, number), "+0");
        return new()
        {
            ["LD_PRELOAD"] = Library,
            ["FAKETIME_TIMESTAMP_FILE"] = FileOf(setup, number),
            ["FAKETIME_CACHE_DURATION"] = "1",
            // Timers run on: it is the clock on the wall that jumps.
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        };
    }

    private static Task SetAsync(StageSetup setup, int number, string skew) =>
        File.WriteAllTextAsync(FileOf(setup, number), skew);

    private static string FileOf(StageSetup setup, int number) =>
        Path.Combine(setup.Folder, string.Create(null, $"clock-{number}"));
}
