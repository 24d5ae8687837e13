using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Schedules;

namespace CiivSoft.Grains.Accounts;

/// <summary>The ranges of an account's settings.</summary>
internal static class AccountSettingsRules
{
    // The person, the posting and the lead itself are three calls within Freshness.Limit, with one of somebody else's between.
    private const double FewestCalls = 3;

    private const int MostADay = 100_000;
    private const int MostQuietHours = 8;

    // Any will do: whether a week has time to work does not depend on the year.
    private static readonly DateTimeOffset SomeDay = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan ShortestScan = TimeSpan.FromMinutes(5);

    /// <exception cref="ArgumentException">A setting is out of its range; the message names it and both values.</exception>
    public static void Check(AccountSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Require(
            settings.ScanEvery >= ShortestScan,
            $"ScanEvery ({settings.ScanEvery}) must be at least {ShortestScan}."
        );
        Require(settings.ScanEvery <= TimeSpan.FromDays(1), $"ScanEvery ({settings.ScanEvery}) must be at most a day.");
        Require(
            settings.LeadsPerPosting is >= 0 and <= 50,
            $"LeadsPerPosting ({settings.LeadsPerPosting}) must be 0 to 50."
        );
        Require(settings.LeadsPerApplication is 1, $"LeadsPerApplication ({settings.LeadsPerApplication}) must be 1.");
        Require(
            settings.LeadsPerPerson is >= 1 and <= 20,
            $"LeadsPerPerson ({settings.LeadsPerPerson}) must be 1 to 20."
        );
        Require(
            settings.KeepAfterDisconnect >= TimeSpan.FromDays(1),
            $"KeepAfterDisconnect ({settings.KeepAfterDisconnect}) must be at least a day."
        );
        Require(!string.IsNullOrWhiteSpace(settings.ScreenedStage), "ScreenedStage must name a stage.");
        Require(
            settings.CallsPerSecond is >= FewestCalls and <= 10_000,
            $"CallsPerSecond ({settings.CallsPerSecond}) must be {FewestCalls} to 10000: with fewer a lead is never written while what was read for it is fresh."
        );
        Require(
            settings.LeaveArchivedFor >= TimeSpan.Zero && settings.LeaveArchivedFor <= TimeSpan.FromDays(3650),
            $"LeaveArchivedFor ({settings.LeaveArchivedFor}) must be 0 to 3650 days."
        );
        CheckBars(settings.Bars);
        CheckQuotas(settings.Quotas);
        CheckSchedule(settings.Schedule);
    }

    private static void CheckBars(SolutionBars bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        CheckBar("Arkiive", bars.Arkiive);
        CheckBar("Fiilter", bars.Fiilter);
        CheckBar("Refiine", bars.Refiine);
    }

    private static void CheckBar(string name, double? bar) =>
        Require(
            bar is null or (>= SolutionBars.Least and <= SolutionBars.Most),
            $"Bars.{name} ({bar}) must be {SolutionBars.Least} to {SolutionBars.Most}, or null for the model's own."
        );

    private static void CheckQuotas(DailyQuotas quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        CheckQuota("Account", quotas.Account);
        CheckQuota("Arkiive", quotas.Arkiive);
        CheckQuota("Fiilter", quotas.Fiilter);
        CheckQuota("Refiine", quotas.Refiine);
        CheckQuota("Posting", quotas.Posting);
    }

    private static void CheckQuota(string name, int? quota) =>
        Require(
            quota is null or (>= 1 and <= MostADay),
            $"Quotas.{name} ({quota}) must be 1 to {MostADay} a day, or null for no limit; a pause stops writing altogether."
        );

    private static void CheckSchedule(WorkSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Require(
            WorkHours.KnowsZone(schedule),
            $"Schedule.TimeZone ({schedule.TimeZone}) is no time zone that this server knows; give an IANA name such as Europe/Berlin."
        );
        Require(
            (schedule.Days & ~WorkDays.All) == WorkDays.None && schedule.Days != WorkDays.None,
            $"Schedule.Days ({schedule.Days}) must name at least one day of the week."
        );
        RequireMinutes("From", schedule.From);
        RequireMinutes("To", schedule.To);
        foreach (var quiet in schedule.Quiet.IsDefault ? [] : schedule.Quiet)
        {
            RequireMinutes("Quiet", quiet.From);
            RequireMinutes("Quiet", quiet.To);
            Require(quiet.From != quiet.To, $"Schedule.Quiet ({quiet.From}) must end at another time than it begins.");
        }

        Require(
            schedule.Quiet.IsDefault || schedule.Quiet.Length <= MostQuietHours,
            $"Schedule.Quiet ({(schedule.Quiet.IsDefault ? 0 : schedule.Quiet.Length)}) must be at most {MostQuietHours} spans."
        );
        Require(
            WorkHours.Of(schedule).EverOpens(SomeDay),
            "Schedule leaves no time to work: its quiet hours cover all of its working hours."
        );
    }

    private static void RequireMinutes(string name, TimeOnly time) =>
        Require(
            time.Ticks % TimeSpan.TicksPerMinute == 0,
            $"Schedule.{name} ({time:HH:mm:ss.fff}) must be a full minute."
        );

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message, paramName: null);
        }
    }
}
