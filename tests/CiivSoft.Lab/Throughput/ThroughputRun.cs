using System.Diagnostics;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Throughput;

/// <summary>
/// The whole pipe without a rate limit: applications that wait in the simulator are found by one scan, read, decided,
/// moved or referred, and noted. A first batch warms the programs up.
/// </summary>
internal sealed class ThroughputRun(int applications, TextWriter progress)
{
    private const int People = 200;
    private const int WarmUp = 600;
    private const int Batch = 500;
    private const double NoLimit = 0;
    private const double MostCallsPerSecond = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public async Task<ThroughputResult> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-throughput-").FullName;
        try
        {
            using var lever = await LabSimulator.StartAsync(folder, People, seed: 7, NoLimit, cancellationToken);
            using var silo = await LabSilo.StartAsync(folder, grace: null, cancellationToken);
            await silo.ConnectAsync(lever, MostCallsPerSecond, cancellationToken);
            await silo.WaitUntilAsync(s => s["isIdle"]!.GetValue<bool>(), Patience, cancellationToken);
            await progress.WriteLineAsync($"Warming up with {WarmUp} applications");
            await ArriveAsync(lever, WarmUp, cancellationToken);
            await silo.ScanUntilIdleAsync(Patience, cancellationToken);
            await ArriveAsync(lever, applications, cancellationToken);
            await progress.WriteLineAsync($"{applications} applications wait");
            return await MeasureAsync(lever, silo, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<ThroughputResult> MeasureAsync(
        LabSimulator lever,
        LabSilo silo,
        CancellationToken cancellationToken
    )
    {
        var (siloBefore, leverBefore) = (silo.Use, lever.Use);
        var (calls, commits) = await CountAsync(silo, cancellationToken);
        var watch = Stopwatch.StartNew();
        await silo.ScanUntilIdleAsync(Patience, cancellationToken);
        watch.Stop();
        var (callsAfter, commitsAfter) = await CountAsync(silo, cancellationToken);
        return new ThroughputResult(
            applications,
            watch.Elapsed,
            callsAfter - calls,
            commitsAfter - commits,
            silo.Use.ProcessorTime - siloBefore.ProcessorTime,
            silo.Use.ChildrensTime - siloBefore.ChildrensTime,
            lever.Use.ProcessorTime - leverBefore.ProcessorTime,
            Load()
        );
    }

    private static async Task ArriveAsync(LabSimulator lever, int count, CancellationToken cancellationToken)
    {
        for (var left = count; left > 0; left -= Batch)
        {
            await lever.ArriveAsync(new { applications = Math.Min(left, Batch) }, cancellationToken);
        }
    }

    private static async Task<(long Calls, long Commits)> CountAsync(LabSilo silo, CancellationToken cancellationToken)
    {
        var counters = await silo.GetCountersAsync(cancellationToken);
        var commits = counters.Where(c => c.Key.StartsWith("ciivsoft.storage.commits", StringComparison.Ordinal));
        var status = await silo.GetStatusAsync(cancellationToken);
        return (status["calls"]!.GetValue<long>(), commits.Sum(c => c.Value));
    }

    // The first of the three numbers is the mean of the last minute: what others did on the machine meanwhile.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";
}
