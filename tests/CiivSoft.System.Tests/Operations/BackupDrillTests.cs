using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;
using CiivSoft.Testing;

namespace CiivSoft.System.Tests.Operations;

/// <summary>
/// The drill of docs/how-to/backup.md: a backup is made in the middle of the work, the work goes on, the database is lost, the older
/// backup comes back. Lever then has what our tables do not know of.
/// </summary>
public sealed class BackupDrillTests : IDisposable
{
    private const double Rate = 200;

    // What was written after the backup has no intent in the restored tables; that is what losing them means.
    private static readonly string[] OfWhatWasForgotten =
    [
        "no-intent",
        "sent-before-intent",
        "unrecorded-lead",
        "unrecorded-note",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ciivsoft-drill-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Copy => Path.Combine(_folder.FullName, "backup");

    private string Safe => Path.Combine(_folder.FullName, "safe");

    // Keys lie apart from the database, for the silo as for the command line.
    private Dictionary<string, string> Places =>
        new() { ["CIIVSOFT__DATA"] = Data, ["CIIVSOFT__KEYFOLDER"] = Path.Combine(_folder.FullName, "keys") };

    [Fact]
    public async Task A_SQLite_database_that_is_lost_comes_back_and_nothing_is_doubled_in_Lever()
    {
        using var lever = await LabSimulator.StartAsync(_folder.FullName, people: 40, seed: 21, Rate, Cancel);
        var settings = new Dictionary<string, string>(Places) { ["CIIVSOFT__EFFECTS__GRACE"] = Grace.ToString("c") };
        using var silo = await LabSilo.StartAsync(_folder.FullName, "silo", settings, Cancel);
        await silo.ConnectAsync(lever, Rate, Cancel);
        await silo.ScanUntilIdleAsync(Patience, Cancel);
        await BeginWorkAsync(lever, silo);

        (await CliAsync("backup", Copy, "--keys", Safe)).ShouldBe(0);
        await FinishWorkAsync(lever, silo);
        await silo.KillAsync();
        (await CliAsync("restore", Copy, "--keys", Safe)).ShouldBe(6, "a database is there");
        Directory.Delete(Data, recursive: true);
        Directory.Delete(Places["CIIVSOFT__KEYFOLDER"], recursive: true);
        (await CliAsync("restore", Copy, "--keys", Safe)).ShouldBe(0);
        await silo.StartAgainAsync(Cancel);
        var before = await LeverCountsAsync(lever);

        await silo.ScanUntilIdleAsync(Patience, Cancel);
        await lever.ArriveAsync(new { postings = 1, applications = 8 }, Cancel);
        await silo.ScanUntilIdleAsync(Patience, Cancel);

        var report = await LabCheck.RunAsync(_folder.FullName, postgres: null, Places, lever, Rate, Cancel);
        ShouldHoldAfterRestore(report);
        (await LeverCountsAsync(lever)).ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task A_PostgreSQL_database_that_is_lost_comes_back_and_nothing_is_doubled_in_Lever()
    {
        Assert.SkipUnless(LocalPostgres.IsInstalled, LocalPostgres.Missing);
        using var lever = await LabSimulator.StartAsync(_folder.FullName, people: 40, seed: 22, Rate, Cancel);
        await using var cluster = await LabCluster.StartAsync(_folder.FullName, silos: 2, Grace, Cancel);
        await cluster.Dashboard.ConnectAsync(lever, Rate, Cancel);
        await cluster.Dashboard.ScanUntilIdleAsync(Patience, Cancel);
        await BeginWorkAsync(lever, cluster.Dashboard);

        await cluster.Database.SaveAsync(LabCluster.DatabaseName);
        await FinishWorkAsync(lever, cluster.Dashboard);
        await Task.WhenAll(cluster.Silos.Select(s => s.KillAsync()));
        await cluster.Database.RestoreAsync(LabCluster.DatabaseName);
        await Task.WhenAll(cluster.Silos.Select(s => s.StartAgainAsync(Cancel)));
        await cluster.Dashboard.WaitUntilReadyAsync(Cancel);

        await cluster.Dashboard.ScanUntilIdleAsync(Patience, Cancel);
        await lever.ArriveAsync(new { postings = 1, applications = 8 }, Cancel);
        await cluster.Dashboard.ScanUntilIdleAsync(Patience, Cancel);

        ShouldHoldAfterRestore(await cluster.CheckAsync(lever, Rate, Cancel));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // In the middle: some of what is planned is in Lever, some is not.
    private static async Task BeginWorkAsync(LabSimulator lever, LabSilo silo)
    {
        var before = Done(await silo.GetStatusAsync(Cancel));
        await lever.ArriveAsync(new { postings = 1, applications = 12 }, Cancel);
        await silo.ScanAsync(Cancel);
        await silo.WaitUntilAsync(status => Done(status) > before, Patience, Cancel);
    }

    private static async Task FinishWorkAsync(LabSimulator lever, LabSilo silo)
    {
        await silo.ScanUntilIdleAsync(Patience, Cancel);
        await lever.ArriveAsync(new { postings = 2, applications = 12 }, Cancel);
        await silo.ScanUntilIdleAsync(Patience, Cancel);
    }

    private static long Done(JsonNode status) => status["effects"]!["done"]?.GetValue<long>() ?? 0;

    private static async Task<int> LeverCountsAsync(LabSimulator lever) =>
        (await lever.GetHistoryAsync(0, Cancel)).Count;

    private static void ShouldHoldAfterRestore(JsonNode report)
    {
        var account = report["accounts"]![0]!;
        account["counts"]!["decisions"]!.GetValue<int>().ShouldBeGreaterThan(30);
        var findings = account["findings"]!
            .AsArray()
            .Select(f => (Code: f!["code"]!.GetValue<string>(), Text: f.ToJsonString()))
            .ToList();
        findings.Where(f => !OfWhatWasForgotten.Contains(f.Code)).Select(f => f.Text).ShouldBeEmpty();
        // Else the backup was not made in the middle, and the drill shows nothing.
        findings.ShouldNotBeEmpty();
    }

    private async Task<int> CliAsync(params string[] arguments)
    {
        using var cli = LabProcess.Start("CiivSoft.Cli", arguments, Path.Combine(_folder.FullName, "cli.log"), Places);
        return await cli.WaitAsync(Cancel);
    }
}
