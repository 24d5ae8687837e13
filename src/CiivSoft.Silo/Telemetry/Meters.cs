using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace CiivSoft.Silo.Telemetry;

/// <summary>
/// What is measured and traced, for every exporter alike. Sources of ASP.NET Core and of HTTP clients are left out: their spans
/// carry addresses, in which are ids and signatures of downloads; our own client's spans carry the route.
/// </summary>
internal static class Meters
{
    /// <summary>Ours, Orleans' and the runtime's.</summary>
    public static readonly string[] Names =
    [
        "CiivSoft.Documents",
        "CiivSoft.Grains",
        "CiivSoft.Storage",
        "ciivsoft.lever",
        "Microsoft.Orleans",
        "System.Runtime",
    ];

    /// <summary>Ours and Orleans' calls between grains; its life cycle and storage would make a trace long and not clearer.</summary>
    public static readonly string[] TraceSources = ["CiivSoft", "CiivSoft.Lever", "Microsoft.Orleans.Application"];

    // Of a second: from a database's answer to the longest wait for Lever.
    private static readonly double[] Short = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60];

    // From a minute to a day: a scan every half an hour is the product's own pace.
    private static readonly double[] Long =
    [
        1,
        5,
        15,
        30,
        60,
        120,
        300,
        600,
        1200,
        1800,
        2700,
        3600,
        7200,
        21600,
        86400,
    ];

    public static bool IsOurs(Instrument instrument) => Array.IndexOf(Names, instrument.Meter.Name) >= 0;

    /// <summary>Upper bounds of a histogram's buckets, in its unit.</summary>
    public static double[] BucketsOf(Instrument instrument) =>
        instrument.Name is "ciivsoft.visible_to_note.duration" or "ciivsoft.scan.duration" ? Long : Short;

    public static MetricStreamConfiguration? FindView(Instrument instrument) =>
        instrument is Histogram<double> && instrument.Name.StartsWith("ciivsoft.", StringComparison.Ordinal)
            ? new ExplicitBucketHistogramConfiguration { Boundaries = BucketsOf(instrument) }
            : null;
}
