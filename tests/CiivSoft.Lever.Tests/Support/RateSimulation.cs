using CiivSoft.Lever.Rates;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Lever.Tests.Support;

/// <summary>Askers on virtual time: each asks, comes back when told to (a little late), sends, and asks again.</summary>
internal sealed class RateSimulation(RateBudgetOptions options, int seed)
{
    /// <summary>By how much an asker may be late: a grain call there and back.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(30);

    private readonly PriorityQueue<(LeverPriority Priority, TimeSpan Since, bool Again), (TimeSpan, int)> _events =
        new();
    private readonly Random _random = new(seed);
    private int _order;

    /// <summary>Askers of the lowest priority, always wanting more.</summary>
    public int Backlog { get; init; }

    public TimeSpan? EffectEvery { get; init; }

    public int Effects { get; init; }

    public TimeSpan EffectsAt { get; init; }

    public List<RateGrant> Grants { get; } = [];

    public void Run(TimeSpan duration)
    {
        var time = new FakeTimeProvider();
        var budget = new RateBudget(options, time);
        var start = time.GetUtcNow();
        Prepare(duration);
        while (_events.TryDequeue(out var asker, out var due) && due.Item1 < duration)
        {
            var now = due.Item1;
            time.SetUtcNow(start + now);
            var reservation = budget.Reserve(asker.Priority);
            if (!reservation.IsGranted)
            {
                Ask(asker, now + reservation.AskAgainAfter + Delay());
                continue;
            }

            Grants.Add(new RateGrant(now, asker.Since, asker.Priority));
            if (asker.Again)
            {
                var next = now + Delay();
                Ask(asker with { Since = next }, next);
            }
        }
    }

    public List<TimeSpan> Waits(LeverPriority priority) =>
        [.. Grants.Where(grant => grant.Priority == priority).Select(grant => grant.At - grant.Since)];

    /// <summary>How many of the granted requests a bucket of that size would have refused.</summary>
    public int Refused(double capacity, double refill)
    {
        var (level, last, refused) = (capacity, TimeSpan.Zero, 0);
        foreach (var grant in Grants)
        {
            level = Math.Min(capacity, level + ((grant.At - last).TotalSeconds * refill));
            last = grant.At;
            refused += level < 1 - 1e-6 ? 1 : 0;
            level--;
        }

        return refused;
    }

    private void Prepare(TimeSpan duration)
    {
        for (var i = 0; i < Backlog; i++)
        {
            Ask((LeverPriority.Backfill, TimeSpan.Zero, true), TimeSpan.Zero);
        }

        for (var at = EffectEvery; at < duration; at += EffectEvery)
        {
            Ask((LeverPriority.Effect, at.Value, false), at.Value);
        }

        for (var i = 0; i < Effects; i++)
        {
            Ask((LeverPriority.Effect, EffectsAt, false), EffectsAt);
        }
    }

    private void Ask((LeverPriority Priority, TimeSpan Since, bool Again) asker, TimeSpan at) =>
        _events.Enqueue(asker, (at, _order++));

    private TimeSpan Delay() => LongestDelay * _random.NextDouble();
}
