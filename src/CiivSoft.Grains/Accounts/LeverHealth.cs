namespace CiivSoft.Grains.Accounts;

/// <summary>
/// Whether Lever may be called: after a failure everything pauses, for longer each time, so that an hour without Lever costs
/// a handful of calls and not a queue of them.
/// </summary>
internal sealed class LeverHealth(TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private int _failures;
    private DateTimeOffset _pausedUntil;

    public bool IsPaused => clock.GetUtcNow() < _pausedUntil;

    /// <summary>A call failed that had been repeated already.</summary>
    public void Failed()
    {
        if (IsPaused)
        {
            return;
        }

        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_failures++, 6)));
        _pausedUntil = clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
    }

    public void Worked()
    {
        _failures = 0;
        _pausedUntil = default;
    }
}
