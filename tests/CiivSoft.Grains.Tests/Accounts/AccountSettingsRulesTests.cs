using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;

namespace CiivSoft.Grains.Tests.Accounts;

public sealed class AccountSettingsRulesTests
{
    private static readonly (AccountSettings Settings, string Named)[] Wrong =
    [
        (new AccountSettings { Bars = new SolutionBars { Fiilter = 0.19 } }, "Bars.Fiilter (0.19)"),
        (new AccountSettings { Bars = new SolutionBars { Refiine = 1 } }, "Bars.Refiine (1)"),
        (new AccountSettings { Bars = new SolutionBars { Arkiive = double.NaN } }, "Bars.Arkiive"),
        (new AccountSettings { Quotas = new DailyQuotas { Account = 0 } }, "Quotas.Account (0)"),
        (new AccountSettings { Quotas = new DailyQuotas { Posting = -3 } }, "Quotas.Posting (-3)"),
        (new AccountSettings { LeaveArchivedFor = TimeSpan.FromDays(-1) }, "LeaveArchivedFor"),
        (Scheduled(new WorkSchedule { TimeZone = "Europe/Atlantis" }), "Europe/Atlantis"),
        (Scheduled(new WorkSchedule { Days = WorkDays.None }), "Schedule.Days"),
        (Scheduled(new WorkSchedule { From = new TimeOnly(7, 0, 30), To = new TimeOnly(9, 0) }), "full minute"),
        (
            Scheduled(new WorkSchedule { Quiet = [new QuietHours(new TimeOnly(7, 0), new TimeOnly(7, 0))] }),
            "another time"
        ),
        (
            Scheduled(
                new WorkSchedule
                {
                    Days = WorkDays.Monday,
                    From = new TimeOnly(9, 0),
                    To = new TimeOnly(10, 0),
                    Quiet = [new QuietHours(new TimeOnly(8, 0), new TimeOnly(11, 0))],
                }
            ),
            "no time to work"
        ),
    ];

    [Fact]
    public void The_defaults_are_in_range() => Should.NotThrow(() => AccountSettingsRules.Check(new AccountSettings()));

    [Fact]
    public void A_setting_out_of_its_range_is_refused_by_name()
    {
        foreach (var (settings, named) in Wrong)
        {
            Should.Throw<ArgumentException>(() => AccountSettingsRules.Check(settings)).Message.ShouldContain(named);
        }
    }

    [Fact]
    public void A_night_without_work_in_Berlin_is_in_range() =>
        Should.NotThrow(() =>
            AccountSettingsRules.Check(
                Scheduled(
                    new WorkSchedule
                    {
                        TimeZone = "Europe/Berlin",
                        Days = WorkDays.Weekdays,
                        From = new TimeOnly(7, 0),
                        To = new TimeOnly(19, 0),
                        Quiet = [new QuietHours(new TimeOnly(12, 0), new TimeOnly(13, 0))],
                    }
                )
            )
        );

    private static AccountSettings Scheduled(WorkSchedule schedule) => new() { Schedule = schedule };
}
