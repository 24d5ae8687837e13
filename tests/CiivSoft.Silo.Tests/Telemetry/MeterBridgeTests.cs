using System.Diagnostics.Metrics;
using System.Text;
using CiivSoft.Silo.Telemetry;
using Prometheus;

namespace CiivSoft.Silo.Tests.Telemetry;

public sealed class MeterBridgeTests : IDisposable
{
    // Named as one of ours, so that it is listened to; its instruments are this test's own.
    private readonly Meter _meter = new("CiivSoft.Grains");
    private readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    private readonly MeterBridge _bridge;

    public MeterBridgeTests() => _bridge = new MeterBridge(_registry);

    [Fact]
    public async Task A_counter_adds_up_for_each_set_of_tags_whatever_their_order()
    {
        var counter = _meter.CreateCounter<long>("bridge.calls", "{call}");
        counter.Add(1, new("route", "GET a/{id}"), new("status", 200));
        counter.Add(2, new("status", 200), new("route", "GET a/{id}"));
        counter.Add(5, new("status", 429), new("route", "GET a/{id}"));

        var text = await ScrapeAsync();

        text.ShouldContain("# TYPE bridge_calls_total counter");
        text.ShouldContain("bridge_calls_total{route=\"GET a/{id}\",status=\"200\"} 3\n");
        text.ShouldContain("bridge_calls_total{route=\"GET a/{id}\",status=\"429\"} 5\n");
    }

    [Fact]
    public async Task Gauges_are_asked_when_somebody_looks()
    {
        var value = 1.5;
        _meter.CreateObservableGauge("bridge.age", () => value, "s");
        (await ScrapeAsync()).ShouldContain("bridge_age_seconds 1.5\n");
        value = 0;

        (await ScrapeAsync()).ShouldContain("bridge_age_seconds 0\n");
    }

    [Fact]
    public async Task A_histogram_has_buckets_sum_and_count()
    {
        _meter.CreateHistogram<double>("bridge.time", "s").Record(0.3);

        var text = await ScrapeAsync();

        text.ShouldContain("bridge_time_seconds_bucket{le=\"0.25\"} 0\n");
        text.ShouldContain("bridge_time_seconds_bucket{le=\"0.5\"} 1\n");
        text.ShouldContain("bridge_time_seconds_sum 0.3\n");
        text.ShouldContain("bridge_time_seconds_count 1\n");
    }

    [Fact]
    public async Task What_goes_up_and_down_is_a_gauge()
    {
        var open = _meter.CreateUpDownCounter<int>("bridge.open", "{item}");
        open.Add(3);
        open.Add(-2);

        (await ScrapeAsync()).ShouldContain("bridge_open 1\n");
    }

    [Fact]
    public async Task Meters_of_others_are_left_out()
    {
        using var other = new Meter("Somebody.Else");
        other.CreateCounter<long>("bridge.stray").Add(1);

        (await ScrapeAsync()).ShouldNotContain("bridge_stray");
    }

    [Theory]
    [InlineData("a.b", "{call}/s", "a_b_per_second")]
    [InlineData("orleans-app-latency", "ms", "orleans_app_latency_milliseconds")]
    [InlineData("dotnet.gc.size", "By", "dotnet_gc_size_bytes")]
    [InlineData("already.seconds", "s", "already_seconds")]
    [InlineData("9lives", "{cat}", "_9lives")]
    [InlineData("bare", null, "bare")]
    public void Names_follow_the_rules_for_Prometheus(string name, string? unit, string expected) =>
        MetricNames.Of(_meter.CreateUpDownCounter<int>(name, unit)).ShouldBe(expected);

    public void Dispose()
    {
        _bridge.Dispose();
        _meter.Dispose();
    }

    private async Task<string> ScrapeAsync()
    {
        using var stream = new MemoryStream();
        await _registry.CollectAndExportAsTextAsync(stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
