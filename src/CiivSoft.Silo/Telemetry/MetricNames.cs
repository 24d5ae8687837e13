using System.Diagnostics.Metrics;

namespace CiivSoft.Silo.Telemetry;

/// <summary>
/// The names that instruments have in Prometheus, by the rules that OpenTelemetry gives for it: <c>_</c> for what is no letter or
/// digit, the unit at the end unless it is a noun in braces, <c>_total</c> for what only grows.
/// </summary>
internal static class MetricNames
{
    private const string Rate = "/s";

    public static string Of(Instrument instrument)
    {
        var name = Clean(instrument.Name);
        name = WithSuffix(name, UnitOf(instrument.Unit));
        return IsCounter(instrument) ? WithSuffix(name, "total") : name;
    }

    public static string OfTag(string tag) => Clean(tag);

    public static bool IsCounter(Instrument instrument)
    {
        var type = instrument.GetType();
        return type.IsGenericType
            && (
                type.GetGenericTypeDefinition() == typeof(Counter<>)
                || type.GetGenericTypeDefinition() == typeof(ObservableCounter<>)
            );
    }

    private static string? UnitOf(string? unit) =>
        unit switch
        {
            "s" => "seconds",
            "ms" => "milliseconds",
            "us" => "microseconds",
            "By" or "bytes" => "bytes",
            "MB" => "megabytes",
            "%" => "percent",
            not null when unit.EndsWith(Rate, StringComparison.Ordinal) => "per_second",
            _ => null, // A noun in braces says what is counted, not in what.
        };

    private static string WithSuffix(string name, string? suffix) =>
        suffix is null || name.EndsWith("_" + suffix, StringComparison.Ordinal) ? name : $"{name}_{suffix}";

    private static string Clean(string name)
    {
        var clean = string.Create(
            name.Length,
            name,
            static (letters, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    letters[i] = char.IsAsciiLetterOrDigit(from[i]) ? char.ToLowerInvariant(from[i]) : '_';
                }
            }
        );
        return char.IsAsciiDigit(clean[0]) ? "_" + clean : clean;
    }
}
