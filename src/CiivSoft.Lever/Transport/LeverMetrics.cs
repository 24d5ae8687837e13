using System.Diagnostics.Metrics;
using System.Globalization;

namespace CiivSoft.Lever.Transport;

/// <summary>What we ask of Lever, in numbers, without ids of accounts or persons.</summary>
internal sealed class LeverMetrics : IDisposable
{
    private readonly Meter _meter = new(LeverClientFactory.MeterName);
    private readonly Histogram<double> _calls;
    private readonly Counter<long> _tooManyRequests;
    private readonly Counter<long> _brokenRecords;

    public LeverMetrics()
    {
        _calls = _meter.CreateHistogram<double>(
            "ciivsoft.lever.call.duration",
            "s",
            "Attempts of calls to Lever; the count is the number of requests sent."
        );
        _tooManyRequests = _meter.CreateCounter<long>(
            "ciivsoft.lever.too_many_requests",
            "{answer}",
            "Answers with status 429."
        );
        _brokenRecords = _meter.CreateCounter<long>(
            "ciivsoft.lever.broken_records",
            "{record}",
            "Records of Lever that could not be read and were left out."
        );
    }

    public void Count(LeverRoute route, LeverAnswer answer, TimeSpan duration)
    {
        var status = answer.Status?.ToString(CultureInfo.InvariantCulture) ?? answer.Fault.ToString();
        _calls.Record(duration.TotalSeconds, new("route", route.ToString()), new("status", status));
        if (answer.Status is 429)
        {
            _tooManyRequests.Add(1, new KeyValuePair<string, object?>("route", route.ToString()));
        }
    }

    public void CountBroken(LeverRoute route, int records) =>
        _brokenRecords.Add(records, new KeyValuePair<string, object?>("route", route.ToString()));

    public void Dispose() => _meter.Dispose();
}
