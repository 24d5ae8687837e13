namespace CiivSoft.LeverSimulator.Keys;

/// <summary>Lever's rate limit of one key: so many requests a second, and a burst of twice as many, 20 at least.</summary>
/// <param name="time">Real time; the world's clock does not move it.</param>
/// <param name="perSecond">Zero or less for no limit.</param>
internal sealed class TokenBucket(TimeProvider time, double perSecond)
{
    private const double MinBurst = 20;
    private readonly Lock _gate = new();
    private readonly double _burst = Math.Max(MinBurst, 2 * perSecond);
    private double _tokens = Math.Max(MinBurst, 2 * perSecond);
    private long _filledAt = time.GetTimestamp();

    public bool TryTake()
    {
        if (perSecond <= 0)
        {
            return true;
        }

        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(_burst, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
