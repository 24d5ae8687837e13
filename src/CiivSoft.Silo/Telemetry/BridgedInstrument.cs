using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Prometheus;

namespace CiivSoft.Silo.Telemetry;

/// <summary>One instrument and its series in the registry, one for each set of tags.</summary>
internal sealed class BridgedInstrument
{
    // The separator can be in no tag that we know of; were it in one, two series would be added up.
    private const char Separator = '\u001f';

    private readonly ConcurrentDictionary<string, Action<double>> _series = new(StringComparer.Ordinal);
    private readonly Instrument _instrument;
    private readonly MetricFactory _factory;
    private readonly string _name;
    private readonly string _help;

    public BridgedInstrument(Instrument instrument, MetricFactory factory)
    {
        _instrument = instrument;
        _factory = factory;
        _name = MetricNames.Of(instrument);
        _help = instrument.Description ?? "";
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var sorted = tags.ToArray();
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        var texts = Array.ConvertAll(
            sorted,
            static tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? ""
        );
        var key = string.Join(Separator, sorted.Select((tag, i) => tag.Key + Separator + texts[i]));
        if (!_series.TryGetValue(key, out var series))
        {
            var names = Array.ConvertAll(sorted, static tag => MetricNames.OfTag(tag.Key));
            series = _series.GetOrAdd(key, Open(names, texts));
        }

        series(value);
    }

    private Action<double> Open(string[] names, string[] texts)
    {
        var type = _instrument.GetType().GetGenericTypeDefinition();
        if (type == typeof(Histogram<>))
        {
            var configuration = new HistogramConfiguration { Buckets = Meters.BucketsOf(_instrument) };
            var histogram = _factory.CreateHistogram(_name, _help, names, configuration).WithLabels(texts);
            return histogram.Observe;
        }

        if (MetricNames.IsCounter(_instrument))
        {
            var counter = _factory.CreateCounter(_name, _help, names).WithLabels(texts);
            return type == typeof(Counter<>) ? counter.Inc : counter.IncTo;
        }

        var gauge = _factory.CreateGauge(_name, _help, names).WithLabels(texts);
        return type == typeof(UpDownCounter<>) ? gauge.Inc : gauge.Set;
    }
}
