namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>The system's clock, some time ahead: what waits for hours can be looked at now. Timers run as they do.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _aheadTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    public void Reset() => Interlocked.Exchange(ref _aheadTicks, 0);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);
}
