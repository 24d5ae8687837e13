using CiivSoft.Simulation.Worlds;

namespace CiivSoft.Simulation.Judging;

/// <summary>I6: Lever's token bucket, filled by what we send. Two activations of an account may share it for a moment.</summary>
internal sealed class RateWatch(SimulatedWorld world, string name)
{
    private static readonly long Moment = TimeSpan.FromSeconds(10).Ticks;

    private double _rate = 10;
    private double _tokens = 20;
    private long _countedAt;
    private long _strayAt = -Moment;

    /// <summary>From now on fewer calls are permitted; what the old rate saved up is forgotten.</summary>
    public void Permit(double rate)
    {
        _rate = rate;
        _tokens = 2 * rate;
    }

    public void Sent()
    {
        var now = world.Timeline.Now;
        _tokens = Math.Min(2 * _rate, _tokens + (TimeSpan.FromTicks(now - _countedAt).TotalSeconds * _rate)) - 1;
        _countedAt = now;
        if (world.Cluster.Strays.Count > 0)
        {
            _strayAt = now;
        }

        if (_tokens < 0 && now - _strayAt > Moment)
        {
            world.Violate("I6", $"more than {_rate} calls a second to {name}");
        }

        _tokens = Math.Max(0, _tokens);
    }
}
