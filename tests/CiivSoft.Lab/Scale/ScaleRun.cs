using System.Diagnostics;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Costs;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Scale;

/// <summary>Connects an account of some size without a rate limit, waits until it is read, and scans when nothing changed.</summary>
internal sealed class ScaleRun(int size, TextWriter progress)
{
    private const int PageRows = 100;
    private const double NoLimit = 0;
    private const double MostCallsPerSecond = 10_000;
    private const string List = "GET /opportunities";

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Listed = TimeSpan.FromMinutes(16);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    public async Task<ScaleResult> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-scale-").FullName;
        try
        {
            await progress.WriteLineAsync($"{size} opportunities");
            using var lever = await LabSimulator.StartAsync(folder, size, seed: 7, NoLimit, cancellationToken);
            using var silo = await LabSilo.StartAsync(folder, grace: null, cancellationToken);
            await Task.Delay(Settling, TimeProvider.System, cancellationToken);
            var idle = silo.Use.ResidentBytes;
            var watch = Stopwatch.StartNew();
            await silo.ConnectAsync(lever, MostCallsPerSecond, cancellationToken);
            await silo.WaitUntilAsync(s => s["isIdle"]!.GetValue<bool>(), Patience, cancellationToken);
            watch.Stop();
            var requests = await RequestsAsync(lever, after: 0, cancellationToken);
            var status = await silo.GetStatusAsync(cancellationToken);
            var lab = new CostLab(lever, silo, new CommitCounter(Path.Combine(folder, "data", "ciivsoft.db")));
            var quiet = await QuietAsync(lab, cancellationToken);
            return new ScaleResult(
                size,
                idle,
                watch.Elapsed,
                SyncCalls(requests),
                Floor(requests, status["sync"]!["listed"]!.GetValue<long>()),
                silo.Use.PeakBytes,
                quiet,
                await LastScanTookAsync(silo, cancellationToken)
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Each scan lists again what changed in the last quarter of an hour: what the first work changed itself is more than a page.
    private static async Task<Spent> QuietAsync(CostLab lab, CancellationToken cancellationToken)
    {
        var until = TimeProvider.System.GetUtcNow() + Listed;
        while (true)
        {
            var quiet = await lab.SettleAsync(cancellationToken);
            if (ScaleResult.IsQuiet(quiet) || TimeProvider.System.GetUtcNow() > until)
            {
                return quiet;
            }

            await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        }
    }

    // Pages of the first synchronisation and what was read of each person's résumé.
    private static long SyncCalls(IReadOnlyList<JsonNode> requests) =>
        requests.Count(r => IsSyncPage(r) || IsResume(r));

    private static long Floor(IReadOnlyList<JsonNode> requests, long listed) =>
        ((listed + PageRows - 1) / PageRows)
        + requests.Where(IsResume).Select(r => r["path"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count();

    private static bool IsSyncPage(JsonNode request) =>
        Route(request) == List
        && request["query"]?.GetValue<string>().Contains("created_at_end", StringComparison.Ordinal) == true;

    private static bool IsResume(JsonNode request) => Route(request).Contains("/resumes", StringComparison.Ordinal);

    private static string Route(JsonNode request) => request["route"]?.GetValue<string>() ?? "";

    private static async Task<IReadOnlyList<JsonNode>> RequestsAsync(
        LabSimulator lever,
        long after,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await lever.GetHistoryAsync(after, cancellationToken)).Where(e =>
                e["kind"]!.GetValue<string>() == "request"
            ),
        ];

    private static async Task<TimeSpan> LastScanTookAsync(LabSilo silo, CancellationToken cancellationToken)
    {
        var last = (await silo.GetStatusAsync(cancellationToken))["lastScan"]!;
        return last["finishedAt"]!.GetValue<DateTimeOffset>() - last["startedAt"]!.GetValue<DateTimeOffset>();
    }
}
