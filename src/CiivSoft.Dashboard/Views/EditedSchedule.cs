using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Views;

/// <summary>An account's schedule as the form holds it.</summary>
public sealed class EditedSchedule
{
    /// <summary>The days of a week, Monday first.</summary>
    public static readonly (WorkDays Day, string Name)[] Week =
    [
        (WorkDays.Monday, "Mon"),
        (WorkDays.Tuesday, "Tue"),
        (WorkDays.Wednesday, "Wed"),
        (WorkDays.Thursday, "Thu"),
        (WorkDays.Friday, "Fri"),
        (WorkDays.Saturday, "Sat"),
        (WorkDays.Sunday, "Sun"),
    ];

    /// <summary>IANA name of the zone whose clock counts.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Monday to Sunday: whether the account works on it.</summary>
    public WorkDays Days { get; set; } = WorkDays.All;

    /// <summary>Local time of the beginning; null for the beginning of the day.</summary>
    public TimeOnly From { get; set; }

    /// <summary>Local time of the end; null for the end of the day.</summary>
    public TimeOnly To { get; set; }

    /// <summary>Hours in which nothing is done.</summary>
    public IList<EditedQuietHours> Quiet { get; init; } = [];

    /// <summary>A schedule as a form.</summary>
    public static EditedSchedule Of(WorkSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new()
        {
            TimeZone = schedule.TimeZone,
            Days = schedule.Days,
            From = schedule.From,
            To = schedule.To,
            Quiet =
            [
                .. (schedule.Quiet.IsDefault ? [] : schedule.Quiet).Select(q => new EditedQuietHours
                {
                    From = q.From,
                    To = q.To,
                }),
            ],
        };
    }

    /// <summary>What the form says, on a schedule.</summary>
    public WorkSchedule ApplyTo(WorkSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule with
        {
            TimeZone = TimeZone.Trim(),
            Days = Days,
            From = From,
            To = To,
            Quiet = [.. Quiet.Select(q => new QuietHours(q.From, q.To))],
        };
    }

    /// <summary>The schedule in words.</summary>
    public static string Describe(WorkSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.IsAlways)
        {
            return "always";
        }

        var hours = schedule.From == schedule.To ? "all day" : $"{schedule.From:HH:mm} to {schedule.To:HH:mm}";
        var quiet = schedule.Quiet.IsDefaultOrEmpty
            ? ""
            : ", quiet " + string.Join(" and ", schedule.Quiet.Select(q => $"{q.From:HH:mm} to {q.To:HH:mm}"));
        return $"{Describe(schedule.Days)}, {hours}{quiet} ({schedule.TimeZone})";
    }

    private static string Describe(WorkDays days) =>
        days switch
        {
            WorkDays.All => "every day",
            WorkDays.Weekdays => "Monday to Friday",
            _ => string.Join(", ", Week.Where(d => days.HasFlag(d.Day)).Select(d => d.Name)),
        };
}

/// <summary>Quiet hours in the form.</summary>
public sealed class EditedQuietHours
{
    /// <summary>Local time of the beginning; null for the beginning of the day.</summary>
    public TimeOnly From { get; set; } = new(22, 0);

    /// <summary>Local time of the end; null for the end of the day.</summary>
    public TimeOnly To { get; set; } = new(6, 0);
}
