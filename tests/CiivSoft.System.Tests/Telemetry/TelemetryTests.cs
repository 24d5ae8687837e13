using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CiivSoft.Lab.Programs;

namespace CiivSoft.System.Tests.Telemetry;

/// <summary>A silo as it is run for real, with a collector and Prometheus listening.</summary>
public sealed partial class TelemetryTests : IDisposable
{
    private const double Rate = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ciivsoft-telemetry-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worked_world_is_measured_and_traced_without_a_key_or_a_name()
    {
        using var lever = await LabSimulator.StartAsync(_folder.FullName, people: 40, seed: 9, Rate, Cancel);
        await using var collector = await FakeCollector.StartAsync();
        var prometheus = $"http://127.0.0.1:{FreePort()}";
        using var silo = await LabSilo.StartAsync(
            _folder.FullName,
            "silo",
            new Dictionary<string, string>
            {
                ["CIIVSOFT__DATA"] = Path.Combine(_folder.FullName, "data"),
                ["CIIVSOFT__EFFECTS__GRACE"] = "00:00:01",
                ["CIIVSOFT__TELEMETRY__PROMETHEUS"] = prometheus,
                ["CIIVSOFT__TELEMETRY__OTLP"] = collector.Address,
                ["CIIVSOFT__TELEMETRY__OTLPPROTOCOL"] = "http",
                ["LOGGING__LOGLEVEL__DEFAULT"] = "Debug",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
            },
            Cancel
        );
        await lever.PostAsync(
            "faults",
            new
            {
                status5xx = 0.05,
                status429 = 0.01,
                lostAnswers = 0.02,
                seed = 9,
            },
            Cancel
        );
        await silo.ConnectAsync(lever, Rate, Cancel);
        await lever.ArriveAsync(new { postings = 2, applications = 20 }, Cancel);
        await silo.ScanUntilIdleAsync(Patience, Cancel);

        using var http = new HttpClient();
        var scraped = await http.GetStringAsync(new Uri($"{prometheus}/metrics"), Cancel);
        await silo.TerminateAsync(Cancel);

        var names = MetricLine().Matches(scraped).Select(m => m.Groups["name"].Value).ToHashSet();
        names.Count(n => n.StartsWith("ciivsoft_", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(18);
        (await OthersOnTheBoardAsync()).Except(names).ShouldBeEmpty();
        collector.Sent("metrics").ShouldContain("ciivsoft.visible_to_note.duration");
        collector.Sent("traces").ShouldContain("POST opportunities/{id}/notes");
        collector.Sent("logs").ShouldContain("CiivSoft");

        var told = new Dictionary<string, string>
        {
            ["scrape"] = scraped,
            ["traces"] = collector.Sent("traces"),
            ["metrics"] = collector.Sent("metrics"),
            ["logs"] = collector.Sent("logs"),
            ["log file"] = await File.ReadAllTextAsync(silo.LogFile, Cancel),
        };
        await ShouldKeepSecretsAsync(lever, told);
    }

    // What the board shows of Orleans and the runtime; our own metrics are compared with the instruments elsewhere.
    private static async Task<IEnumerable<string>> OthersOnTheBoardAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CiivSoft.Orleans.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        var board = await File.ReadAllTextAsync(
            Path.Combine(root.FullName, "deploy", "grafana", "ciivsoft.json"),
            Cancel
        );
        return OtherMetric().Matches(board).Select(m => m.Value).Distinct();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task ShouldKeepSecretsAsync(LabSimulator lever, Dictionary<string, string> told)
    {
        var people = await lever.GetPeopleAsync(Cancel);
        people.Count.ShouldBeGreaterThan(30);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(LabSimulator.ApiKey + ":"));
        foreach (var (where, text) in told)
        {
            text.ShouldNotBeEmpty(where);
            text.Contains(LabSimulator.ApiKey, StringComparison.Ordinal).ShouldBeFalse($"the key is in the {where}");
            text.Contains(encoded, StringComparison.Ordinal).ShouldBeFalse($"the key is in the {where}");
            people
                .Count(p => text.Contains(p, StringComparison.OrdinalIgnoreCase))
                .ShouldBe(0, $"people are in the {where}");
        }
    }

    [GeneratedRegex(
        "^# TYPE (?<name>\\S+) ",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex MetricLine();

    [GeneratedRegex(@"\b(orleans|dotnet)_[a-z0-9_]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OtherMetric();

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
