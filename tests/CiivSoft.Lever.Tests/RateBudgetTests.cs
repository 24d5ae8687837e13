using CiivSoft.Lever.Rates;
using CiivSoft.Lever.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Lever.Tests;

public sealed class RateBudgetTests
{
    private static readonly RateBudgetOptions Options = new();
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Levers_own_bucket_never_overflows_and_is_used_to_98_percent(int seed)
    {
        var run = new RateSimulation(Options, seed) { Backlog = 40 };

        run.Run(TimeSpan.FromMinutes(10));

        run.Refused(capacity: 20, refill: 10).ShouldBe(0);
        run.Refused(capacity: Options.Burst, refill: Options.Ceiling).ShouldBe(0);
        run.Grants.Count.ShouldBeGreaterThan((int)(0.98 * 10 * 600));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_single_effect_waits_for_one_permit_only_whatever_the_backlog(int seed)
    {
        var run = new RateSimulation(Options, seed) { Backlog = 40, EffectEvery = TimeSpan.FromSeconds(1) };

        run.Run(TimeSpan.FromMinutes(5));

        var waits = run.Waits(LeverPriority.Effect);
        waits.Count.ShouldBeGreaterThan(290);
        waits.Max().ShouldBeLessThan(TimeSpan.FromSeconds(1 / Options.Ceiling) + (2 * RateSimulation.LongestDelay));
        run.Refused(capacity: 20, refill: 10).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Twenty_effects_at_once_take_the_next_twenty_permits(int seed)
    {
        var run = new RateSimulation(Options, seed)
        {
            Backlog = 40,
            EffectsAt = TimeSpan.FromSeconds(30),
            Effects = 20,
        };

        run.Run(TimeSpan.FromSeconds(60));

        run.Waits(LeverPriority.Effect).Count.ShouldBe(20);
        var last = run.Grants.FindLastIndex(grant => grant.Priority == LeverPriority.Effect);
        var first = run.Grants.FindIndex(grant => grant.At >= TimeSpan.FromSeconds(30));
        (last - first + 1 - 20).ShouldBeLessThanOrEqualTo(1); // one backlog call may be let through at the very moment
    }

    [Fact]
    public void A_lower_priority_does_not_overtake_one_that_was_told_to_come_back()
    {
        var budget = Emptied();
        budget.Reserve(LeverPriority.NewApplication).IsGranted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromMilliseconds(105));

        budget.Reserve(LeverPriority.Backfill).IsGranted.ShouldBeFalse();
        budget.Reserve(LeverPriority.NewPosting).IsGranted.ShouldBeFalse();
        budget.Reserve(LeverPriority.NewApplication).IsGranted.ShouldBeTrue();
    }

    [Fact]
    public void A_higher_priority_overtakes()
    {
        var budget = Emptied();
        budget.Reserve(LeverPriority.Backfill);

        _time.Advance(TimeSpan.FromMilliseconds(105));

        budget.Reserve(LeverPriority.Effect).IsGranted.ShouldBeTrue();
        budget.Reserve(LeverPriority.Backfill).IsGranted.ShouldBeFalse();
    }

    [Fact]
    public void Who_must_wait_is_told_the_moment_of_his_permit()
    {
        var budget = Emptied();

        var waits = Enumerable.Range(0, 3).Select(_ => budget.Reserve(LeverPriority.Backfill).AskAgainAfter).ToList();

        waits.ShouldBe([
            TimeSpan.FromMilliseconds(102),
            TimeSpan.FromMilliseconds(203),
            TimeSpan.FromMilliseconds(304),
        ]);
        foreach (var step in new[] { 102, 101, 101 })
        {
            _time.Advance(TimeSpan.FromMilliseconds(step));
            budget.Reserve(LeverPriority.Backfill).IsGranted.ShouldBeTrue();
        }
    }

    [Fact]
    public void Places_of_those_who_never_come_back_are_given_up()
    {
        var budget = Emptied();
        for (var i = 0; i < 20; i++)
        {
            budget.Reserve(LeverPriority.Effect);
        }

        _time.Advance(TimeSpan.FromSeconds(20 / Options.Ceiling) + Options.Grace + TimeSpan.FromMilliseconds(50));

        budget.Reserve(LeverPriority.Backfill).IsGranted.ShouldBeTrue();
    }

    [Fact]
    public void Unused_is_what_could_be_had_at_once_and_nobody_waits_for()
    {
        var budget = new RateBudget(Options, _time);
        budget.Unused.ShouldBe(Options.Burst);

        for (var i = 0; i < Options.Burst; i++)
        {
            budget.Reserve(LeverPriority.Backfill);
        }

        budget.Unused.ShouldBe(0);
        budget.Reserve(LeverPriority.Backfill).IsGranted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(2.5 / Options.Ceiling));
        budget.Unused.ShouldBe(1, "one of two is waited for");

        budget.OnTooManyRequests(TimeSpan.FromSeconds(3));
        _time.Advance(TimeSpan.FromSeconds(2));
        budget.Unused.ShouldBe(0);
    }

    [Fact]
    public void What_is_given_back_can_be_had_again_up_to_a_burst()
    {
        var budget = Emptied();
        budget.Return(1);
        budget.Reserve(LeverPriority.Backfill).IsGranted.ShouldBeTrue();
        budget.Reserve(LeverPriority.Backfill).IsGranted.ShouldBeFalse();

        var full = new RateBudget(Options, _time);
        full.Return(3);
        full.Unused.ShouldBe(Options.Burst);
        Should.Throw<ArgumentOutOfRangeException>(() => full.Return(-1));
    }

    [Fact]
    public void A_429_stops_everything_for_a_while_and_lowers_the_rate_once()
    {
        var budget = new RateBudget(Options, _time);

        budget.OnTooManyRequests(TimeSpan.FromSeconds(3));
        budget.OnTooManyRequests(null);
        _time.Advance(TimeSpan.FromMilliseconds(2999));

        budget.Reserve(LeverPriority.Effect).IsGranted.ShouldBeFalse();
        budget.PermitsPerSecond.ShouldBe(Options.Ceiling * Options.DecreaseFactor, 0.001);
    }

    [Fact]
    public void After_a_429_the_first_permit_comes_after_the_pause()
    {
        var budget = new RateBudget(Options, _time);
        budget.OnTooManyRequests(null);

        var wait = budget.Reserve(LeverPriority.Effect).AskAgainAfter;
        wait.ShouldBe(TimeSpan.FromMilliseconds(1000 + 145)); // the pause and one permit at 6.93 a second
        _time.Advance(wait);

        budget.Reserve(LeverPriority.Effect).IsGranted.ShouldBeTrue();
    }

    [Fact]
    public void The_rate_comes_back_slowly_and_stops_at_the_ceiling()
    {
        var budget = new RateBudget(Options, _time);
        budget.OnTooManyRequests(null);

        _time.Advance(Options.DefaultPause + TimeSpan.FromSeconds(10));
        budget.Reserve(LeverPriority.Effect);
        budget.PermitsPerSecond.ShouldBe((Options.Ceiling * Options.DecreaseFactor) + 1, 0.001);

        _time.Advance(TimeSpan.FromHours(1));
        budget.Reserve(LeverPriority.Effect);
        budget.PermitsPerSecond.ShouldBe(Options.Ceiling);
    }

    [Fact]
    public void The_rate_never_falls_below_the_floor()
    {
        var budget = new RateBudget(Options, _time);

        for (var i = 0; i < 30; i++)
        {
            budget.OnTooManyRequests(null);
            _time.Advance(Options.DefaultPause);
        }

        budget.PermitsPerSecond.ShouldBe(Options.Floor);
    }

    [Fact]
    public void A_restart_begins_with_less_than_a_full_burst()
    {
        var budget = new RateBudget(new RateBudgetOptions { Burst = 10, BurstAtStart = 2 }, new FakeTimeProvider());

        Enumerable.Range(0, 10).Count(_ => budget.Reserve(LeverPriority.Effect).IsGranted).ShouldBe(2);
    }

    [Fact]
    public void A_long_pause_is_told_in_parts()
    {
        var budget = new RateBudget(Options, _time);
        budget.OnTooManyRequests(TimeSpan.FromMinutes(1));

        budget.Reserve(LeverPriority.Effect).AskAgainAfter.ShouldBe(Options.LongestWait);
        _time.Advance(TimeSpan.FromSeconds(59));

        budget.Reserve(LeverPriority.Effect).IsGranted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 1, 9)]
    [InlineData(5, 0, 9)]
    [InlineData(5, 10, 9)]
    public void An_impossible_budget_is_refused(int burst, double floor, double ceiling) =>
        Should.Throw<ArgumentException>(() =>
            new RateBudget(
                new RateBudgetOptions
                {
                    Burst = burst,
                    Floor = floor,
                    Ceiling = ceiling,
                },
                _time
            )
        );

    [Fact]
    public async Task Permits_of_one_process_wait_for_the_budget()
    {
        var permits = new BudgetPermits(Emptied(), _time);

        var waiting = permits.WaitAsync(LeverPriority.Effect, TestContext.Current.CancellationToken).AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(102));

        await waiting;
    }

    [Fact]
    public async Task Waiting_for_a_permit_can_be_given_up()
    {
        var permits = new BudgetPermits(Emptied(), _time);
        using var cancel = new CancellationTokenSource();

        var waiting = permits.WaitAsync(LeverPriority.Effect, cancel.Token).AsTask();
        await cancel.CancelAsync();

        (await Task.WhenAny(waiting)).IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reported_429_reaches_the_budget()
    {
        var budget = new RateBudget(Options, _time);
        var permits = new BudgetPermits(budget, _time);

        await permits.ReportTooManyRequestsAsync(null, TestContext.Current.CancellationToken);

        budget.PermitsPerSecond.ShouldBeLessThan(Options.Ceiling);
    }

    private RateBudget Emptied()
    {
        var budget = new RateBudget(Options, _time);
        for (var i = 0; i < Options.Burst; i++)
        {
            budget.Reserve(LeverPriority.Backfill).IsGranted.ShouldBeTrue();
        }

        return budget;
    }
}
