using System.Globalization;

namespace CiivSoft.Dashboard.Views;

/// <summary>Times in words. All times are UTC and say so.</summary>
internal static class Moments
{
    /// <summary>For example "12 s ago", "in 5 min", "3 h ago", "2 days ago".</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var span = now - at;
        var text = Length(span.Duration());
        return span.Duration() < TimeSpan.FromSeconds(1) ? "now"
            : span > TimeSpan.Zero ? $"{text} ago"
            : $"in {text}";
    }

    /// <summary>A length of time in its largest unit, two for hours.</summary>
    public static string Length(TimeSpan span) =>
        span.TotalSeconds < 90 ? $"{Whole(span.TotalSeconds)} s"
        : span.TotalMinutes < 90 ? $"{Whole(span.TotalMinutes)} min"
        : span.TotalHours < 36 ? $"{Whole(span.TotalHours)} h"
        : $"{Whole(span.TotalDays)} days";

    public static string Exact(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    public static string Machine(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Whole(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);
}
