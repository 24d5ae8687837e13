using System.Globalization;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>Shows times, which are milliseconds since 1970 UTC.</summary>
internal static class When
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    /// <summary>How long ago, with the exact time on hovering.</summary>
    public static Html Ago(long at, long now) => Html.Of($"<time title=\"{Exactly(at)}\">{Words(at, now)}</time>");

    public static string Exactly(long at) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string Words(long at, long now) =>
        (now - at) switch
        {
            < Minute => "just now",
            < Hour and var age => Count(age / Minute, "min"),
            < Day and var age => Count(age / Hour, "h"),
            < 45 * Day and var age => Count(age / Day, "d"),
            _ => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("MMM yyyy", CultureInfo.InvariantCulture),
        };

    private static string Count(long count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit} ago");
}
