using CiivSoft.Grains.Accounts;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Accounts;

public sealed class SyncStateTests
{
    [Fact]
    public void The_first_window_ends_after_now_so_that_clocks_may_differ() =>
        new SyncState().Next(Now).To.ShouldBe(Now.AddDays(1));

    [Fact]
    public void Windows_touch_without_gap_and_without_overlap()
    {
        var first = new SyncState().Next(Now);
        var second = new SyncState().Finish(first, 5).Next(Now);

        second.To.ShouldBe(first.From!.Value.AddMilliseconds(-1));
    }

    [Fact]
    public void An_empty_account_is_listed_in_a_handful_of_windows_of_which_the_last_has_no_beginning()
    {
        var windows = Walk(_ => 0);

        windows.Count.ShouldBeLessThan(10);
        windows[^1].From.ShouldBeNull();
        windows.SkipLast(1).ShouldAllBe(w => w.From != null);
    }

    [Fact]
    public void A_window_that_was_not_finished_is_listed_again_and_no_other()
    {
        var state = new SyncState();
        state = state.Finish(state.Next(Now), 100);

        state.Next(Now).ShouldBe(state.Next(Now));
    }

    [Fact]
    public void Crowded_times_get_narrower_windows_down_to_a_minute()
    {
        var state = new SyncState();
        for (var i = 0; i < 40; i++)
        {
            state = state.Finish(state.Next(Now), 10_000);
        }

        state.Window.ShouldBeGreaterThan(TimeSpan.FromSeconds(30));
        state.Window.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        state.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void Every_moment_lies_in_exactly_one_window()
    {
        var windows = Walk(i => i % 3 == 0 ? 5000 : 100);
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var moment = Now.AddMilliseconds(-random.NextInt64(0, (long)TimeSpan.FromDays(20_000).TotalMilliseconds));

            windows.Count(w => (w.From is null || w.From <= moment) && moment <= w.To).ShouldBe(1, $"{moment:O}");
        }
    }

    [Fact]
    public void What_was_listed_is_counted() => new SyncState().Finish(new SyncWindow(Now, Now), 7).Listed.ShouldBe(7);

    private static List<SyncWindow> Walk(Func<int, int> rows)
    {
        var windows = new List<SyncWindow>();
        for (var state = new SyncState(); !state.IsComplete; )
        {
            windows.Add(state.Next(Now));
            state = state.Finish(windows[^1], rows(windows.Count));
            windows.Count.ShouldBeLessThan(100_000);
        }

        return windows;
    }
}
