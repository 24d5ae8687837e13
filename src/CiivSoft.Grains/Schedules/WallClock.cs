namespace CiivSoft.Grains.Schedules;

/// <summary>
/// Times of day of a zone as instants. A time that daylight saving leaves out is the instant of the change; a time that comes
/// twice is the earlier or the later one, as the caller asks.
/// </summary>
internal static class WallClock
{
    /// <summary>The zone of an IANA name; null when this machine does not know it.</summary>
    public static TimeZoneInfo? Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>The day that it is there.</summary>
    public static DateOnly DayAt(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant at which it is that time on that day.</summary>
    public static DateTimeOffset Earliest(DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        At(day.ToDateTime(time), zone, Enumerable.Max);

    /// <summary>The last instant at which it is that time on that day.</summary>
    public static DateTimeOffset Latest(DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        At(day.ToDateTime(time), zone, Enumerable.Min);

    private static DateTimeOffset At(
        DateTime local,
        TimeZoneInfo zone,
        Func<IEnumerable<TimeSpan>, TimeSpan> whichOffset
    )
    {
        if (zone.IsInvalidTime(local))
        {
            return ChangeBefore(local, zone);
        }

        var offset = zone.IsAmbiguousTime(local)
            ? whichOffset(zone.GetAmbiguousTimeOffsets(local))
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    // Clocks jump at a full minute, and by little: the last minute that exists, and one more.
    private static DateTimeOffset ChangeBefore(DateTime local, TimeZoneInfo zone)
    {
        var last = local;
        while (zone.IsInvalidTime(last))
        {
            last = last.AddMinutes(-1);
        }

        return new DateTimeOffset(last, zone.GetUtcOffset(last)).AddMinutes(1);
    }
}
