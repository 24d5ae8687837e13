namespace CiivSoft.Simulation.Clockwork;

/// <summary>
/// The clock of one silo: its timestamps and timers run on the time line, its wall clock may be wrong and may jump. What a
/// dead silo waited for never happens, and a silo that is stopped gets it late.
/// </summary>
internal sealed class SiloTime(Timeline timeline, DateTimeOffset start) : TimeProvider
{
    private readonly List<Action> _held = [];

    /// <summary>How far its wall clock is ahead of the true time.</summary>
    public TimeSpan Skew { get; set; }

    public bool IsDead { get; private set; }

    public bool IsStopped { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => timeline.Now;

    public override DateTimeOffset GetUtcNow()
    {
        timeline.CheckThread();
        return start + timeline.Elapsed + Skew;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SiloTimer(this, () => callback(state), dueTime, period);

    /// <summary>An event of this silo.</summary>
    public void After(TimeSpan delay, Action action) => timeline.After(delay, () => Run(action));

    /// <summary>Runs something of this silo now, or as soon as it goes on; never once it is dead.</summary>
    public void Run(Action action)
    {
        if (IsDead)
        {
            return;
        }

        if (IsStopped)
        {
            _held.Add(action);
            return;
        }

        action();
    }

    public void Kill() => IsDead = true;

    /// <summary>Nothing of the silo runs for a while, as in a long pause of its process.</summary>
    public void Stop(TimeSpan pause)
    {
        if (IsDead || IsStopped)
        {
            return;
        }

        IsStopped = true;
        timeline.After(pause, Continue);
    }

    private void Continue()
    {
        IsStopped = false;
        var held = _held.ToList();
        _held.Clear();
        foreach (var action in held)
        {
            timeline.After(TimeSpan.Zero, () => Run(action));
        }
    }

    private sealed class SiloTimer : ITimer
    {
        private readonly SiloTime _time;
        private readonly Action _callback;
        private TimeSpan _period;
        private long _version;

        public SiloTimer(SiloTime time, Action callback, TimeSpan dueTime, TimeSpan period)
        {
            _time = time;
            _callback = callback;
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var version = ++_version;
            _period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _time.After(dueTime, () => Fire(version));
            }

            return true;
        }

        public void Dispose() => _version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(long version)
        {
            if (version != _version)
            {
                return;
            }

            if (_period > TimeSpan.Zero)
            {
                _time.After(_period, () => Fire(version));
            }

            _callback();
        }
    }
}
