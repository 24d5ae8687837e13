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

    // Whose own word is asked here.
    private ClusterSetup OfOneSilo =>
        new()
        {
            Folder = _folder.FullName,
            Silos = 1,
            Grace = Grace,
            SilosHavePages = true,
        };

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

    [Fact]
    public async Task Of_two_clusters_on_one_database_one_works_and_the_other_says_so()
    {
        Assert.SkipUnless(LocalPostgres.IsInstalled, LocalPostgres.Missing);
        using var lever = await LabSimulator.StartAsync(_folder.FullName, people: 10, seed: 6, Rate, Cancel);
        await using var cluster = await LabCluster.StartAsync(OfOneSilo, Cancel);
        var first = cluster.Silos[0];
        await first.ConnectAsync(lever, Rate, Cancel);
        await first.ScanUntilIdleAsync(Patience, Cancel);

        var second = await cluster.AddSiloAsync(new() { ["CIIVSOFT__CLUSTER__ID"] = "other" }, Cancel);
        await second.WaitUntilAsync(IsRefused, Patience, Cancel);
        IsRefused(await first.GetStatusAsync(Cancel)).ShouldBeFalse();
        await WorkAsync(lever, first);

        // A machine that hangs is taken for dead. When it goes on, it must find that it lost the account.
        first.Freeze();
        await second.WaitUntilAsync(status => !IsRefused(status), Patience, Cancel);
        first.Thaw();
        var watch = Stopwatch.StartNew();
        await first.WaitUntilAsync(IsRefused, Patience, Cancel);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"the loser said so {watch.Elapsed.TotalSeconds:F1} s after it went on"
        );
        (await File.ReadAllTextAsync(first.LogFile, Cancel)).ShouldContain("is held by the cluster other");
        await WorkAsync(lever, second);

        var report = await cluster.CheckAsync(lever, Rate, Cancel);
        Findings(report).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_goes_away_makes_a_silo_unready_and_not_dead()
    {
        Assert.SkipUnless(LocalPostgres.IsInstalled, LocalPostgres.Missing);
        using var lever = await LabSimulator.StartAsync(_folder.FullName, people: 10, seed: 7, Rate, Cancel);
        await using var cluster = await LabCluster.StartAsync(OfOneSilo, Cancel);
        var silo = cluster.Silos[0];
        await silo.ConnectAsync(lever, Rate, Cancel);
        await silo.ScanUntilIdleAsync(Patience, Cancel);

        await cluster.Database.StopAsync("immediate");
        await lever.ArriveAsync(new { applications = 3 }, Cancel);
        (await silo.GetHealthAsync("ready", Cancel)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await silo.GetHealthAsync("live", Cancel)).ShouldBe(HttpStatusCode.OK);
        (await silo.GetHealthAsync("startup", Cancel)).ShouldBe(HttpStatusCode.OK);
        await cluster.Database.StartAgainAsync();

        await silo.WaitUntilReadyAsync(Cancel);
        var report = await cluster.RestAsync(lever, Rate, Patience, Cancel);
        Findings(report).ShouldBeEmpty();
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

    private static bool IsRefused(JsonNode status) =>
        status["findings"]!.AsArray().Any(f => f!["code"]!.GetValue<string>() == "held-elsewhere");

    private static async Task WorkAsync(LabSimulator lever, LabSilo silo)
    {
        await lever.ArriveAsync(new { applications = 3 }, Cancel);
        await silo.ScanUntilIdleAsync(Patience, Cancel);
    }

    private static List<string> Findings(JsonNode report) =>
        [
            .. report["accounts"]!
                .AsArray()
                .SelectMany(a => a!["findings"]!.AsArray())
                .Select(f => $"{f!["invariant"]} {f["code"]}: {f["message"]} {f["ids"]!.ToJsonString()}"),
        ];
}
