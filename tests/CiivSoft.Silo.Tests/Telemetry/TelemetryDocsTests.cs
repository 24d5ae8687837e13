using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using CiivSoft.Silo.Telemetry;

namespace CiivSoft.Silo.Tests.Telemetry;

public sealed partial class TelemetryDocsTests
{
    [Fact]
    public void The_reference_lists_every_metric_of_ours_with_its_kind_and_its_name_in_Prometheus_and_no_other()
    {
        var listed = Row()
            .Matches(Repository.Read("docs", "reference", "telemetry.md"))
            .Select(m => $"{m.Groups["name"].Value} {m.Groups["prometheus"].Value} {m.Groups["kind"].Value}");

        listed.ShouldBe(Instruments.Ours.Select(i => $"{i.Name} {MetricNames.Of(i)} {KindOf(i)}"));
    }

    [Fact]
    public void There_are_more_than_a_dozen_metrics_each_with_a_unit_and_words()
    {
        Instruments.Ours.Count.ShouldBeGreaterThanOrEqualTo(12);
        Instruments.Ours.ShouldAllBe(i => !string.IsNullOrEmpty(i.Unit) && !string.IsNullOrEmpty(i.Description));
    }

    [Fact]
    public void Every_meter_and_every_source_of_spans_of_ours_is_exported_and_named()
    {
        var page = Repository.Read("docs", "reference", "telemetry.md");

        Instruments.Ours.ShouldAllBe(i => Meters.IsOurs(i));
        Meters.Names.ShouldAllBe(name => page.Contains($"`{name}`", StringComparison.Ordinal));
        Meters.TraceSources.ShouldAllBe(name => page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    private static string KindOf(Instrument instrument) =>
        instrument is Histogram<double> ? "histogram"
        : MetricNames.IsCounter(instrument) ? "counter"
        : "gauge";

    [GeneratedRegex(
        @"^\| `(?<name>ciivsoft\.[a-z_.0-9]+)` \| `(?<prometheus>\w+)` \| (?<kind>\w+) \|",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Row();
}
