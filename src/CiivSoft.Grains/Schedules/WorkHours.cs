using System.Runtime.InteropServices;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Schedules;

/// <summary>
/// When an account works. Pure. Where daylight saving makes a time doubtful it is quiet: working hours begin at the later
/// and end at the earlier reading of a time that comes twice, quiet hours the other way round.
/// </summary>
internal sealed class WorkHours
{
    // Every combination of days comes within a week, whatever daylight saving does meanwhile.
    private const int DaysAhead = 9;

    private readonly WorkSchedule _schedule;
    private readonly TimeZoneInfo _zone;

    private WorkHours(WorkSchedule schedule, TimeZoneInfo zone)
    {
        _schedule = schedule;
        _zone = zone;
    }

    /// <summary>A zone that this machine does not know counts as UTC; see <see cref="KnowsZone"/>.</summary>
    public static WorkHours Of(WorkSchedule schedule) =>
        new(schedule, WallClock.Find(schedule.TimeZone) ?? TimeZoneInfo.Utc);

    public static bool KnowsZone(WorkSchedule schedule) => WallClock.Find(schedule.TimeZone) is not null;

    /// <summary>Whether there is any time at which it works.</summary>
    public bool EverOpens(DateTimeOffset now) => IsOpen(now) || NextOpening(now) is not null;

    /// <summary>When it works again; null while it does.</summary>
    public DateTimeOffset? QuietUntil(DateTimeOffset now) =>
        _schedule.IsAlways || IsOpen(now) ? null : NextOpening(now) ?? now.AddDays(DaysAhead);

    /// <summary>The day that quotas count, as it is now.</summary>
    public LocalDay DayAt(DateTimeOffset now)
    {
        var day = WallClock.DayAt(now, _zone);
        return new LocalDay(Midnight(day), Midnight(day.AddDays(1)));
    }

    /// <summary>The last instant, now at the latest, at which that time of day began.</summary>
    public DateTimeOffset LastAt(TimeOnly time, DateTimeOffset now)
    {
        var day = WallClock.DayAt(now, _zone);
        var today = WallClock.Earliest(day, time, _zone);
        return today <= now ? today : WallClock.Earliest(day.AddDays(-1), time, _zone);
    }

    private bool IsOpen(DateTimeOffset now)
    {
        var today = WallClock.DayAt(now, _zone);
        return Days(today.AddDays(-1), 3).Select(Working).Any(s => s.Holds(now))
            && !Days(today.AddDays(-1), 3).SelectMany(Quiet).Any(s => s.Holds(now));
    }

    private DateTimeOffset? NextOpening(DateTimeOffset now)
    {
        var days = Days(WallClock.DayAt(now, _zone).AddDays(-1), DaysAhead + 1).ToList();
        return days.Select(Working)
            .Where(s => s.From < s.To)
            .Select(s => s.From)
            .Concat(days.SelectMany(Quiet).Select(s => s.To))
            .Where(at => at > now)
            .Order()
            .Where(IsOpen)
            .Select(at => (DateTimeOffset?)at)
            .FirstOrDefault();
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, int count) =>
        Enumerable.Range(0, count).Select(first.AddDays);

    private Span Working(DateOnly day)
    {
        if (!_schedule.Days.HasFlag(WorkDayOf(day)))
        {
            return Span.None;
        }

        return _schedule.From == _schedule.To
            ? new Span(Midnight(day), Midnight(day.AddDays(1)))
            : new Span(
                WallClock.Latest(day, _schedule.From, _zone),
                WallClock.Earliest(EndDay(day, _schedule.From, _schedule.To), _schedule.To, _zone)
            );
    }

    private IEnumerable<Span> Quiet(DateOnly day) =>
        _schedule.Quiet.IsDefault
            ? []
            : _schedule.Quiet.Select(q => new Span(
                WallClock.Earliest(day, q.From, _zone),
                WallClock.Latest(EndDay(day, q.From, q.To), q.To, _zone)
            ));

    private DateTimeOffset Midnight(DateOnly day) => WallClock.Earliest(day, TimeOnly.MinValue, _zone);

    private static DateOnly EndDay(DateOnly day, TimeOnly from, TimeOnly to) => to <= from ? day.AddDays(1) : day;

    private static WorkDays WorkDayOf(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Sunday ? WorkDays.Sunday : (WorkDays)(1 << ((int)day.DayOfWeek - 1));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Span(DateTimeOffset From, DateTimeOffset To)
    {
        public static readonly Span None = new(DateTimeOffset.MaxValue, DateTimeOffset.MinValue);

        public bool Holds(DateTimeOffset at) => From <= at && at < To;
    }
}

/// <summary>A day of a time zone: 23, 24 or 25 hours.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LocalDay(DateTimeOffset From, DateTimeOffset To);
