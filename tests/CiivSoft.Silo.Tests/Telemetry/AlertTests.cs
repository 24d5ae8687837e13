using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CiivSoft.Silo.Tests.Telemetry;

public sealed partial class AlertTests
{
    private const string MissingTool = "promtool is not installed: apt-get install prometheus.";

    public static TheoryData<string> Names => new(MonitoringFiles.Alerts.Select(a => a.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_alert_has_a_page_that_says_what_it_means_what_to_look_at_and_what_to_do(string name)
    {
        var alert = MonitoringFiles.Alerts.Single(a => a.Name == name);
        var page = Repository.Read(alert.Page.Split('/'));

        alert.Page.ShouldBe($"docs/how-to/alerts/{name}.md");
        page.ShouldStartWith($"# {name}\n");
        page.ShouldContain(alert.Query);
        page.ShouldContain(alert.Severity);
        Heading()
            .Matches(page)
            .Select(m => m.Groups["text"].Value)
            .ShouldBe(["What it means", "What to look at", "What to do"]);
        Links(page, "docs/how-to/alerts").ShouldAllBe(path => File.Exists(path));
    }

    [Fact]
    public void There_is_no_page_without_an_alert_and_the_list_has_them_all()
    {
        var folder = Path.Combine(Repository.Root, "docs", "how-to", "alerts");
        var pages = Directory.GetFiles(folder).Select(p => Path.GetFileNameWithoutExtension(p)).Except(["README"]);
        var list = Repository.Read("docs", "how-to", "alerts", "README.md");

        pages.Order().ShouldBe(MonitoringFiles.Alerts.Select(a => a.Name).Order());
        MonitoringFiles.Alerts.ShouldAllBe(a => list.Contains($"[{a.Name}]({a.Name}.md) | {a.Severity} | {a.Summary}"));
    }

    [Fact]
    public void What_alerts_and_board_ask_for_is_exported()
    {
        var asked = MonitoringFiles
            .Alerts.Select(a => a.Query)
            .Concat(MonitoringFiles.Board.Select(p => p.Query))
            .SelectMany(MonitoringFiles.OurMetricsIn)
            .Distinct();

        asked.Except(Instruments.PrometheusNames).ShouldBeEmpty();
    }

    [Fact]
    public void The_board_shows_every_metric_of_ours()
    {
        var shown = MonitoringFiles.Board.SelectMany(p => MonitoringFiles.OurMetricsIn(p.Query)).ToHashSet();

        Instruments
            .Ours.Select(Silo.Telemetry.MetricNames.Of)
            .Where(name => !shown.Any(s => s.StartsWith(name, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("check", "rules", "alerts.yaml")]
    [InlineData("check", "config", "prometheus.yaml")]
    [InlineData("test", "rules", "alerts.test.yaml")]
    public async Task Promtool_finds_no_fault(string verb, string what, string file)
    {
        Assert.SkipUnless(IsInstalled("promtool"), MissingTool);
        var start = new ProcessStartInfo("promtool", [verb, what, file])
        {
            UseShellExecute = false,
            WorkingDirectory = MonitoringFiles.Prometheus,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var promtool = Process.Start(start).ShouldNotBeNull();
        var errors = promtool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await promtool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await promtool.WaitForExitAsync(TestContext.Current.CancellationToken);

        promtool.ExitCode.ShouldBe(0, output + await errors);
    }

    [Fact]
    public void Each_rule_is_tested_to_fire_and_to_keep_still()
    {
        var tests = Repository.Read("deploy", "prometheus", "alerts.test.yaml");

        MonitoringFiles.Alerts.ShouldAllBe(a =>
            tests.Contains($"{a.Name} fires") && tests.Contains($"{a.Name} keeps still")
        );
    }

    private static IEnumerable<string> Links(string page, string folder) =>
        Link()
            .Matches(page)
            .Select(m => Path.GetFullPath(Path.Combine(Repository.Root, folder, m.Groups["path"].Value)));

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(
        @"^## (?<text>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
