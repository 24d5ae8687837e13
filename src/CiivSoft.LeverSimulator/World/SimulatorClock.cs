namespace CiivSoft.LeverSimulator.World;

/// <summary>The world's time: the real time plus what the administration moved it by.</summary>
/// <param name="real">Where real time comes from.</param>
internal sealed class SimulatorClock(TimeProvider real)
{
    private long _offset;

    /// <summary>Milliseconds since 1970 UTC in the world.</summary>
    public long Now => RealNow + Volatile.Read(ref _offset);

    /// <summary>Milliseconds since 1970 UTC outside.</summary>
    public long RealNow => real.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>How far the world is ahead, in milliseconds.</summary>
    public long Offset => Volatile.Read(ref _offset);

    public TimeProvider Real => real;

    public void Set(long now) => Volatile.Write(ref _offset, now - RealNow);

    public void Advance(long milliseconds) => Interlocked.Add(ref _offset, milliseconds);
}
