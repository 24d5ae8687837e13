using System.Collections.Immutable;
using System.Globalization;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Schedules;

namespace CiivSoft.Grains.Tests.Schedules;

public sealed class WorkHoursTests
{
    private const string Berlin = "Europe/Berlin";
    private const string NewYork = "America/New_York";

    [Fact]
    public void Without_a_schedule_it_always_works() =>
        WorkHours.Of(new WorkSchedule()).QuietUntil(At("2026-03-29T01:30:00Z")).ShouldBeNull();

    [Theory]
    [InlineData("2026-07-01T04:59:59Z", "2026-07-01T05:00:00Z")] // 06:59:59 in Berlin: quiet until 07:00
    [InlineData("2026-07-01T05:00:00Z", null)]
    [InlineData("2026-07-01T16:59:59Z", null)]
    [InlineData("2026-07-01T17:00:00Z", "2026-07-02T05:00:00Z")]
    [InlineData("2026-07-03T17:00:00Z", "2026-07-06T05:00:00Z")] // Friday evening waits for Monday
    [InlineData("2026-01-07T05:59:59Z", "2026-01-07T06:00:00Z")] // winter time
    public void Working_hours_are_those_of_the_time_zone(string now, string? until) =>
        Until(Office(Berlin), now).ShouldBe(Maybe(until));

    // 2026-03-29: 02:00 is 03:00 in Berlin. 2026-10-25: 03:00 is 02:00 again.
    [Theory]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-29T04:00:00Z")] // quiet until 06:00, by then summer time
    [InlineData("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z")]
    [InlineData("2026-10-24T21:30:00Z", "2026-10-25T05:00:00Z")] // quiet until 06:00, by then winter time
    [InlineData("2026-10-25T04:59:59Z", "2026-10-25T05:00:00Z")]
    [InlineData("2026-10-25T05:00:00Z", null)]
    public void A_night_in_Berlin_is_an_hour_shorter_or_longer_when_clocks_change(string now, string? until) =>
        Until(Night(Berlin, "22:00", "06:00"), now).ShouldBe(Maybe(until));

    // 2026-03-08: 02:00 is 03:00 in New York. 2026-11-01: 02:00 is 01:00 again.
    [Theory]
    [InlineData("2026-03-08T06:30:00Z", "2026-03-08T10:00:00Z")]
    [InlineData("2026-11-01T04:30:00Z", "2026-11-01T11:00:00Z")]
    [InlineData("2026-11-01T10:59:59Z", "2026-11-01T11:00:00Z")]
    public void A_night_in_New_York_is_an_hour_shorter_or_longer_when_clocks_change(string now, string? until) =>
        Until(Night(NewYork, "22:00", "06:00"), now).ShouldBe(Maybe(until));

    [Theory]
    [InlineData(Berlin, "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z")] // 02:30 is left out: the clock shows 03:00
    [InlineData(NewYork, "2026-03-08T06:59:59Z", "2026-03-08T07:00:00Z")]
    public void Quiet_hours_that_end_at_a_time_that_is_left_out_end_when_clocks_change(
        string zone,
        string now,
        string until
    ) => Until(Night(zone, "22:00", "02:30"), now).ShouldBe(Maybe(until));

    [Theory]
    [InlineData(Berlin, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")] // 02:30 comes twice
    [InlineData(NewYork, "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z")] // 01:30 comes twice
    public void Quiet_hours_that_end_at_a_time_that_comes_twice_end_at_the_second(
        string zone,
        string firstTime,
        string until
    )
    {
        var end = zone == Berlin ? "02:30" : "01:30";

        Until(Night(zone, "22:00", end), firstTime).ShouldBe(Maybe(until));
        Until(Night(zone, "22:00", end), until).ShouldBeNull();
    }

    [Fact]
    public void Working_hours_that_begin_at_a_time_that_comes_twice_begin_at_the_second()
    {
        var schedule = new WorkSchedule
        {
            TimeZone = Berlin,
            From = Time("02:30"),
            To = Time("10:00"),
        };

        Until(schedule, "2026-10-25T00:45:00Z").ShouldBe(At("2026-10-25T01:30:00Z"));
    }

    [Theory]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 23)]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25)]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01T22:00:00Z", 24)]
    public void A_day_of_quotas_is_from_midnight_to_midnight(string from, string to, int hours)
    {
        var day = WorkHours.Of(Office(Berlin)).DayAt(At(from).AddHours(11));

        day.From.ShouldBe(At(from));
        day.To.ShouldBe(At(to));
        (day.To - day.From).ShouldBe(TimeSpan.FromHours(hours));
    }

    [Fact]
    public void Quiet_hours_inside_working_hours_interrupt_them()
    {
        var schedule = Office(Berlin) with { Quiet = [new QuietHours(Time("12:00"), Time("13:30"))] };

        Until(schedule, "2026-07-01T10:15:00Z").ShouldBe(At("2026-07-01T11:30:00Z"));
    }

    [Fact]
    public void A_night_shift_belongs_to_the_day_on_which_it_begins()
    {
        var schedule = new WorkSchedule
        {
            TimeZone = Berlin,
            Days = WorkDays.Friday,
            From = Time("22:00"),
            To = Time("04:00"),
        };

        Until(schedule, "2026-07-04T01:59:00Z").ShouldBeNull(); // Saturday 03:59
        Until(schedule, "2026-07-04T02:00:00Z").ShouldBe(At("2026-07-10T20:00:00Z"));
    }

    [Theory]
    [InlineData(Berlin)]
    [InlineData(NewYork)]
    [InlineData("Australia/Lord_Howe")] // changes by half an hour
    [InlineData("Africa/Cairo")] // changes at midnight
    public void What_it_waits_for_is_always_a_time_at_which_it_works(string zone)
    {
        var schedules = new[] { Office(zone), Night(zone, "22:00", "06:00"), Night(zone, "23:30", "02:30") };
        foreach (var hours in schedules.Select(WorkHours.Of))
        {
            for (var now = At("2026-01-01T00:00:00Z"); now < At("2027-01-01T00:00:00Z"); now = now.AddMinutes(97))
            {
                if (hours.QuietUntil(now) is { } until)
                {
                    until.ShouldBeGreaterThan(now);
                    hours.QuietUntil(until).ShouldBeNull($"{zone}, {now:O} waits until {until:O}");
                    hours.QuietUntil(until.AddTicks(-1)).ShouldBe(until);
                }
            }
        }
    }

    [Fact]
    public void A_zone_that_this_machine_does_not_know_counts_as_UTC()
    {
        var schedule = Office("Europe/Atlantis");

        WorkHours.KnowsZone(schedule).ShouldBeFalse();
        Until(schedule, "2026-07-01T06:59:00Z").ShouldBe(At("2026-07-01T07:00:00Z"));
    }

    [Theory]
    [InlineData("2026-07-01T04:59:59Z", "2026-06-30T05:00:00Z")]
    [InlineData("2026-07-01T05:00:00Z", "2026-07-01T05:00:00Z")]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-01T05:00:00Z")] // tomorrow in Berlin
    [InlineData("2026-03-29T04:59:59Z", "2026-03-28T06:00:00Z")]
    [InlineData("2026-03-29T05:00:00Z", "2026-03-29T05:00:00Z")] // 07:00 on the day that summer time begins
    public void A_time_of_day_comes_once_a_day_by_the_clock_on_the_wall(string now, string last) =>
        WorkHours.Of(Office(Berlin)).LastAt(Time("07:00"), At(now)).ShouldBe(At(last));

    [Fact]
    public void A_time_that_clocks_leave_out_is_the_moment_of_their_change() =>
        WorkHours
            .Of(Office(Berlin))
            .LastAt(Time("02:00"), At("2026-03-29T12:00:00Z"))
            .ShouldBe(At("2026-03-29T01:00:00Z"));

    private static WorkSchedule Office(string zone) =>
        new()
        {
            TimeZone = zone,
            Days = WorkDays.Weekdays,
            From = Time("07:00"),
            To = Time("19:00"),
        };

    private static WorkSchedule Night(string zone, string from, string to) =>
        new() { TimeZone = zone, Quiet = ImmutableArray.Create(new QuietHours(Time(from), Time(to))) };

    private static DateTimeOffset? Until(WorkSchedule schedule, string now) =>
        WorkHours.Of(schedule).QuietUntil(At(now));

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Maybe(string? text) => text is null ? null : At(text);
}
