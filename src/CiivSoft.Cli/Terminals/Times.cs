using System.Globalization;

namespace CiivSoft.Cli.Terminals;

/// <summary>Times and durations as the command line writes and reads them.</summary>
internal static class Times
{
    /// <summary>To the second, in UTC, so that outputs of several machines can be compared.</summary>
    public static string Show(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private const int MostDays = 365;

    /// <summary>A duration up to a year such as <c>90s</c>, <c>5m</c>, <c>2h</c> or <c>1d</c>; null for anything else.</summary>
    public static TimeSpan? ParseDuration(string text)
    {
        if (
            text.Length < 2
            || !double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
        )
        {
            return null;
        }

        double? days = text[^1] switch
        {
            's' => count / (24 * 60 * 60),
            'm' => count / (24 * 60),
            'h' => count / 24,
            'd' => count,
            _ => null,
        };
        return days is >= 0 and <= MostDays and var known ? TimeSpan.FromDays(known) : null;
    }

    /// <summary>A duration in the largest unit that fits it, for example <c>5 minutes</c>.</summary>
    public static string Show(TimeSpan duration) =>
        duration switch
        {
            { TotalSeconds: < 60 } => Count(duration.TotalSeconds, "second"),
            { TotalMinutes: < 60 } => Count(duration.TotalMinutes, "minute"),
            { TotalHours: < 24 } => Count(duration.TotalHours, "hour"),
            _ => Count(duration.TotalDays, "day"),
        };

    private static string Count(double count, string unit)
    {
        var rounded = Math.Round(count, 1);
        var plural = Math.Abs(rounded - 1) < double.Epsilon ? "" : "s";
        return string.Create(CultureInfo.InvariantCulture, $"{rounded:0.#} {unit}{plural}");
    }
}
