using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace CiivSoft.Abstractions.Accounts;

/// <summary>
/// When the account works: on its days between two times of day, except in quiet hours. Outside nothing is scanned, decided
/// or written; what is under way is finished. The default is always.
/// </summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.WorkSchedule")]
public sealed record WorkSchedule
{
    /// <summary>An IANA name such as <c>Europe/Berlin</c>. Days of quotas are days there. The default is UTC.</summary>
    [Id(0)]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The days on which working hours begin. The default is all.</summary>
    [Id(1)]
    public WorkDays Days { get; init; } = WorkDays.All;

    /// <summary>Beginning of the working hours, to the minute.</summary>
    [Id(2)]
    public TimeOnly From { get; init; }

    /// <summary>Their end, on the next day where it is not after <see cref="From"/>; equal to it for the whole day.</summary>
    [Id(3)]
    public TimeOnly To { get; init; }

    /// <summary>Quiet hours of every day, for example a night inside the working hours. The default is none.</summary>
    [Id(4)]
    public ImmutableArray<QuietHours> Quiet { get; init; } = [];

    /// <summary>Whether it never stops anything.</summary>
    [JsonIgnore]
    public bool IsAlways => Days == WorkDays.All && From == To && Quiet.IsDefaultOrEmpty;
}

/// <summary>Quiet hours of a day.</summary>
/// <param name="From">Beginning, to the minute.</param>
/// <param name="To">End; on the next day where it is before <paramref name="From"/>.</param>
[GenerateSerializer, Immutable]
[StructLayout(LayoutKind.Auto)]
[Alias("ciivsoft.QuietHours")]
public readonly record struct QuietHours([property: Id(0)] TimeOnly From, [property: Id(1)] TimeOnly To);

/// <summary>Days of the week.</summary>
[Flags]
[GenerateSerializer]
[Alias("ciivsoft.WorkDays")]
public enum WorkDays
{
    /// <summary>No day.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,

    /// <summary>Monday to Friday.</summary>
    Weekdays = Monday | Tuesday | Wednesday | Thursday | Friday,

    /// <summary>Every day.</summary>
    All = Weekdays | Saturday | Sunday,
}
