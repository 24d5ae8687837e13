using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Notices;
using CiivSoft.Notifications.Messages;
using CiivSoft.Storage.Notices;

namespace CiivSoft.Grains.Tests.Notices;

public sealed class NoticePlannerTests
{
    private static readonly DateTimeOffset Now = Support.Rows.Now;
    private static readonly TimeSpan Scan = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, NoticeWatch> _watches = [];

    [Fact]
    public void A_trouble_is_told_once_while_it_lasts()
    {
        Told(Sight(0, "key-refused")).ShouldBe(["key-refused"]);
        Told(Sight(1, "key-refused")).ShouldBeEmpty();
        Told(Sight(60 * 24 * 9, "key-refused")).ShouldBeEmpty();
    }

    [Fact]
    public void What_changes_nothing_takes_no_step()
    {
        Told(Sight(0, "key-refused"));

        NoticePlanner.Plan(Sight(1, "key-refused"), _watches.Values).ShouldBeEmpty();
    }

    [Fact]
    public void It_is_told_again_after_it_was_resolved_and_came_back()
    {
        Told(Sight(0, "key-refused"));
        Told(Sight(5)).ShouldBeEmpty();
        Told(Sight(15)).ShouldBeEmpty();
        _watches.ShouldBeEmpty();

        Told(Sight(20, "key-refused")).ShouldBe(["key-refused"]);
        _watches["key-refused"].Since.ShouldBe(Now.AddMinutes(20));
    }

    [Fact]
    public void What_is_away_for_a_moment_is_the_same_occurrence()
    {
        Told(Sight(0, "key-refused"));
        Told(Sight(5));
        Told(Sight(14, "key-refused")).ShouldBeEmpty();
        Told(Sight(20));
        Told(Sight(29, "key-refused")).ShouldBeEmpty();

        _watches["key-refused"].Since.ShouldBe(Now);
    }

    [Fact]
    public void A_right_that_each_scan_asks_for_anew_is_told_once()
    {
        Told(Sight(0, "right-missing:Create an opportunity"));
        for (var minute = 30; minute < 60 * 12; minute += 30)
        {
            Told(Sight(minute)).ShouldBeEmpty();
            Told(Sight(minute + 20, "right-missing:Create an opportunity")).ShouldBeEmpty();
        }

        Told(Sight(60 * 13));
        Told(Sight(60 * 15));
        _watches.ShouldBeEmpty();
    }

    [Fact]
    public void Each_right_is_a_trouble_of_its_own()
    {
        Told(Sight(0, "right-missing:a"));

        Told(Sight(1, "right-missing:a", "right-missing:b")).ShouldBe(["right-missing:b"]);
    }

    [Fact]
    public void Values_are_kept_silently_first_and_told_of_when_they_are_others()
    {
        Told(Valued(0, ("mode", "Shadow"), ("quotas.fiilter", "none"))).ShouldBeEmpty();
        Told(Valued(1, ("mode", "Shadow"), ("quotas.fiilter", "none"))).ShouldBeEmpty();

        var plan = NoticePlanner
            .Plan(Valued(2, ("mode", "Live"), ("quotas.fiilter", "none")), _watches.Values)
            .ShouldHaveSingleItem();

        plan.Topic.ShouldBeOfType<NoticeTopic.Changed>().Changes.ShouldBe([new NoticeChange("mode", "Shadow", "Live")]);
        Told(Valued(2, ("mode", "Live"), ("quotas.fiilter", "none"))).ShouldBe(["configuration"]);
        Told(Valued(3, ("mode", "Live"), ("quotas.fiilter", "none"))).ShouldBeEmpty();
    }

    [Fact]
    public void A_setting_that_a_release_brought_is_nobody_s_change()
    {
        Told(Valued(0, ("mode", "Live"), ("old", "1")));

        Told(Valued(1, ("mode", "Live"), ("new", "1"))).ShouldBeEmpty();
        Told(Valued(2, ("mode", "Live"), ("new", "2"))).ShouldBe(["configuration"]);
    }

    [Fact]
    public void A_digest_comes_once_after_its_hour_and_tells_of_the_time_since_the_last()
    {
        Told(Due(0, dueAt: -300)).ShouldBeEmpty();
        Told(Due(60, dueAt: -300)).ShouldBeEmpty();

        Told(Due(61, dueAt: 60)).ShouldBe(["digest"]);
        Told(Due(62, dueAt: 60)).ShouldBeEmpty();
        var plan = NoticePlanner.Plan(Due(1500, dueAt: 1500), _watches.Values).ShouldHaveSingleItem();

        plan.Topic.ShouldBe(new NoticeTopic.Digest(Now.AddMinutes(61), Now.AddMinutes(1500)));
    }

    [Fact]
    public void After_a_long_stop_a_digest_tells_of_a_week()
    {
        Told(Due(0, dueAt: -300));
        var later = (int)TimeSpan.FromDays(40).TotalMinutes;

        var plan = NoticePlanner.Plan(Due(later, later), _watches.Values).ShouldHaveSingleItem();

        plan.Topic.ShouldBeOfType<NoticeTopic.Digest>().From.ShouldBe(Now.AddDays(33));
    }

    [Fact]
    public void The_address_that_is_gone_is_no_trouble_that_ends() =>
        NoticePlanner
            .Plan(
                Sight(9999),
                [
                    new NoticeWatch
                    {
                        Code = "webhook-gone",
                        Value = "h",
                        Since = Now,
                    },
                ]
            )
            .ShouldBeEmpty();

    // Takes the steps, and names what is told.
    private List<string> Told(NoticeSight sight)
    {
        var plans = NoticePlanner.Plan(sight, _watches.Values);
        foreach (var plan in plans)
        {
            if (plan.After is { } after)
            {
                _watches[plan.Code] = after;
            }
            else
            {
                _watches.Remove(plan.Code);
            }
        }

        return [.. plans.Where(p => p.Topic is not null).Select(p => p.Code)];
    }

    private static NoticeSight Sight(int minute, params string[] codes) =>
        new()
        {
            Now = Now.AddMinutes(minute),
            Troubles = [.. codes.Select(c => new Finding(c, "wrong", "do", Now.AddMinutes(minute)))],
            ScanEvery = Scan,
        };

    private static NoticeSight Valued(int minute, params (string Name, string Value)[] values) =>
        Sight(minute) with
        {
            Values = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty.Add(
                NoticeCodes.Configuration,
                values.ToImmutableSortedDictionary(v => v.Name, v => v.Value)
            ),
        };

    private static NoticeSight Due(int minute, int dueAt) => Sight(minute) with { DigestDueAt = Now.AddMinutes(dueAt) };
}
