using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Doctor;
using CiivSoft.Cli.Terminals;
using CiivSoft.Cli.Tests.Admin;
using CiivSoft.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Cli.Tests.Doctor;

/// <summary>A healthy installation to break: a real data folder with a migrated database and keys, and a silo's answers over HTTP.</summary>
internal sealed class Place : IAsyncDisposable
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    // They start processes or read large files, and each is broken in a test of its own.
    private static readonly string[] Slow = ["document-worker", "model"];

    // What the machine of the tests is like is none of their business.
    private static readonly string[] OfTheMachine = ["memory", "open-files", "disk-space"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ciivsoft-doctor-");
    private bool _isServed = true;

    private Place(FakeSilo silo) => Silo = silo;

    public FakeSilo Silo { get; }

    public string Data => Path.Combine(_root.FullName, "data");

    public string Database => Path.Combine(Data, "ciivsoft.db");

    public string FirstKey => Path.Combine(Data, "keys", "0001.key");

    public string Token { get; set; } = FakeSilo.Token;

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public AccountStatus Status { get; set; } = HealthyStatus();

    public string AccountLever { get; set; } = "";

    public DateTimeOffset ConnectedAt { get; set; } = Now.AddDays(-2);

    public string? WorkerPath { get; set; }

    public Uri? Server { get; set; }

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public static async Task<Place> HealthyAsync()
    {
#pragma warning disable CA2000 // The place ends it.
        var place = new Place(await FakeSilo.StartAsync());
#pragma warning restore CA2000
        await place.MakeDataAsync();
        place.AccountLever = new Uri(place.Silo.Address, "lever/v1").ToString();
        return place;
    }

    /// <summary>The silo's part is the test's own from here on.</summary>
    public FakeSilo Serve()
    {
        _isServed = false;
        return Silo;
    }

    /// <summary>The checks that found something, each with the worst of it.</summary>
    public async Task<Dictionary<string, CheckResult>> ExamineAsync(bool isWhole = false, TimeProvider? clock = null)
    {
        if (_isServed)
        {
            AnswerAsSilo();
        }

        var checks = AllChecks.List.Where(check => isWhole || !Slow.Contains(check.Id)).ToList();
        var options = new DoctorOptions(
            Server ?? Silo.Address,
            Token.Length > 0 ? Token : null,
            Data,
            Variables,
            WorkerPath: WorkerPath
        );
        var report = await Examination.MakeAsync(
            checks,
            options,
            clock ?? TimeProvider.System,
            TestContext.Current.CancellationToken
        );
        return report
            .Checks.Where(result => result.Outcome is CheckOutcome.Problem or CheckOutcome.Warning)
            .Where(result => !OfTheMachine.Contains(result.Check))
            .ToDictionary(result => result.Check);
    }

    public void AnswerAsSilo()
    {
        Silo.Answers("GET /health/live", "live")
            .Answers("GET /health/ready", "Healthy")
            .Answers("GET keys", """[{"id":1,"isInRing":true,"isUsed":true,"values":12,"mayBeRemoved":false}]""")
            .Answers(
                "GET accounts",
                $$"""[{"name":"acme","leverUrl":"{{AccountLever}}","serviceUser":"u1","connectedAt":"{{ConnectedAt.ToString("O", CultureInfo.InvariantCulture)}}"}]"""
            )
            .Answers("GET accounts/acme/status", JsonSerializer.Serialize(Status, Terminal.Json))
            .Answers("GET /lever/v1/stages", """{"code":"AuthenticationError"}""", StatusCodes.Status401Unauthorized);
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Data) && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Data, OwnerFolder);
        }

        await Silo.DisposeAsync();
        _root.Delete(recursive: true);
    }

    public static Finding Finding(string code) => new(code, $"This is {code}.", $"Do away with {code}.", Now);

    private static AccountStatus HealthyStatus() =>
        new()
        {
            Account = "acme",
            Connection = ConnectionStatus.Connected,
            Mode = AccountMode.Live,
            Settings = new AccountSettings(),
            LastScan = new ScanSummary(Now.AddMinutes(-10), Now.AddMinutes(-10), 4, 2),
            NextScanAt = Now.AddMinutes(20),
            Sync = new SyncProgress(true, null, 76),
            Backlog = new Backlog(0, 0, 0, 1),
            Effects = ImmutableSortedDictionary<string, long>.Empty.Add("done", 84),
            IsIdle = true,
            Known = new KnownCounts(76, 75, 70, 10),
        };

    private async Task MakeDataAsync()
    {
        var services = new ServiceCollection();
        services.AddCiivSoftStorage(new StorageOptions { DataFolder = Data });
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<StorageStartup>().PrepareAsync(TestContext.Current.CancellationToken);
        }

        var token = Path.Combine(Data, "admin-token");
        await File.WriteAllTextAsync(token, FakeSilo.Token, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(token, OwnerFile);
        }
    }
}
