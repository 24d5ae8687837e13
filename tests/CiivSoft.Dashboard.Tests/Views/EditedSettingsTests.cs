using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class EditedSettingsTests
{
    private static readonly AccountSettings Settings = new()
    {
        HiredReasonId = "hired",
        Solutions = new SolutionModes { Refiine = RunMode.Off },
        Bars = new SolutionBars { Fiilter = 0.6 },
        Quotas = new DailyQuotas { Account = 50, Arkiive = 7 },
        Schedule = new WorkSchedule
        {
            TimeZone = "Europe/Berlin",
            Days = WorkDays.Weekdays,
            From = new TimeOnly(8, 0),
            To = new TimeOnly(18, 0),
            Quiet = [new QuietHours(new TimeOnly(12, 0), new TimeOnly(13, 0))],
        },
    };

    [Fact]
    public void A_form_that_nobody_touched_changes_nothing()
    {
        var saved = EditedSettings.Of(Settings).ApplyTo(Settings);

        saved.Schedule.Quiet.ShouldBe(Settings.Schedule.Quiet);
        (saved with { Schedule = Settings.Schedule }).ShouldBe(Settings);
    }

    [Fact]
    public void Switch_bar_and_quota_go_to_the_solution_they_stand_beside()
    {
        var form = EditedSettings.Of(Settings);
        var fiilter = form.Solutions.Single(s => s.Solution == Solution.Fiilter);
        (fiilter.Mode, fiilter.Bar, fiilter.Quota) = (RunMode.Shadow, null, 3);

        var saved = form.ApplyTo(Settings);

        saved.Solutions.ShouldBe(Settings.Solutions with { Fiilter = RunMode.Shadow });
        saved.Bars.Fiilter.ShouldBeNull();
        saved.Quotas.ShouldBe(Settings.Quotas with { Fiilter = 3 });
    }

    [Fact]
    public void A_schedule_reads_as_people_say_it()
    {
        EditedSchedule.Describe(new WorkSchedule()).ShouldBe("always");
        EditedSchedule
            .Describe(Settings.Schedule)
            .ShouldBe("Monday to Friday, 08:00 to 18:00, quiet 12:00 to 13:00 (Europe/Berlin)");
        EditedSchedule
            .Describe(new WorkSchedule { Days = WorkDays.Monday | WorkDays.Sunday })
            .ShouldBe("Mon, Sun, all day (UTC)");
    }
}
