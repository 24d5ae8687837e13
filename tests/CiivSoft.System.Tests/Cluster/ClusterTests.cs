using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;
using CiivSoft.Testing;

namespace CiivSoft.System.Tests.Cluster;

/// <summary>Silos, dashboard and PostgreSQL as processes, set up as for real.</summary>
public sealed class ClusterTests : IDisposable
{
    private const double Rate = 200;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ciivsoft-cluster-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_silos_lose_and_double_nothing_when_one_is_killed_and_one_is_stopped()
    {
        Assert.SkipUnless(LocalPostgres.IsInstalled, LocalPostgres.Missing);
        using var lever = await LabSimulator.StartAsync(_folder.FullName, people: 40, seed: 5, Rate, Cancel);
        await using var cluster = await LabCluster.StartAsync(_folder.FullName, silos: 3, Grace, Cancel);
        await cluster.Dashboard.ConnectAsync(lever, Rate, Cancel);
        await cluster.Dashboard.ScanUntilIdleAsync(Patience, Cancel);

        await lever.ArriveAsync(new { postings = 2, applications = 20 }, Cancel);
        await cluster.Dashboard.ScanAsync(Cancel);
        var killed = await cluster.FindHolderAsync(Cancel);
        await killed.KillAsync();
        await FailedOverAsync(cluster, killed, "killed");

        await lever.ArriveAsync(new { postings = 1, applications = 10 }, Cancel);
        await killed.StartAgainAsync(Cancel);
        await cluster.Dashboard.ScanAsync(Cancel);
        var stopped = await cluster.FindHolderAsync(Cancel);
        (await stopped.TerminateAsync(Cancel)).ShouldBe(0);
        await FailedOverAsync(cluster, stopped, "stopped");

        var report = await cluster.RestAsync(lever, Rate, Patience, Cancel);
        Findings(report).ShouldBeEmpty();
        var counts = report["accounts"]![0]!["counts"]!;
        counts["decisions"]!.GetValue<int>().ShouldBeGreaterThan(60);
        counts["effects"]!["Fiilter Move Done"]!.GetValue<int>().ShouldBeGreaterThan(0);
        counts["effects"]!["Arkiive Lead Done"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task FailedOverAsync(LabCluster cluster, LabSilo gone, string how)
    {
        var watch = Stopwatch.StartNew();
        await cluster.Dashboard.WaitUntilAsync(
            status => status["runsOn"]!.GetValue<string>() is var now && now.Length > 0 && now != gone.Endpoint,
            Patience,
            Cancel
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"{how}: works again after {watch.Elapsed.TotalSeconds:F1} s");
        (await cluster.Dashboard.GetHealthAsync("ready", Cancel)).ShouldBe(HttpStatusCode.OK);
    }

    private static List<string> Findings(JsonNode report) =>
        [
            .. report["accounts"]!
                .AsArray()
                .SelectMany(a => a!["findings"]!.AsArray())
                .Select(f => $"{f!["invariant"]} {f["code"]}: {f["message"]} {f["ids"]!.ToJsonString()}"),
        ];
}
