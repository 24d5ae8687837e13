using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace CiivSoft.Dashboard.Counters;

/// <summary>What CiivSoft's own counters add up to since the process started, for the admin API.</summary>
internal sealed class CounterTotals : IDisposable
{
    private const string OurMeters = "CiivSoft.";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _totals = new(StringComparer.Ordinal);

    public CounterTotals()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is Counter<long> && instrument.Meter.Name.StartsWith(OurMeters, StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Add);
        _listener.Start();
    }

    /// <summary>By name and tags, as <c>ciivsoft.storage.commits{operation=ClaimAsync}</c>.</summary>
    public SortedDictionary<string, long> Read() => new(_totals, StringComparer.Ordinal);

    public void Dispose() => _listener.Dispose();

    private void Add(
        Instrument instrument,
        long measurement,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? state
    ) => _totals.AddOrUpdate(NameOf(instrument, tags), measurement, (_, total) => total + measurement);

    private static string NameOf(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return instrument.Name;
        }

        var parts = new List<string>(tags.Length);
        foreach (var (key, value) in tags)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{key}={value}"));
        }

        return $"{instrument.Name}{{{string.Join(',', parts)}}}";
    }
}
