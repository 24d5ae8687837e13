namespace CiivSoft.Lever.Rates;

/// <summary>
/// The permits of one API key: a token bucket that lends nothing ahead, so that an effect never waits behind a backlog.
/// Who must wait is told when to ask again and keeps a place meanwhile: a permit that a higher priority waits for goes to no lower one.
/// After a 429 the rate falls at once and comes back slowly. Not thread-safe: one owner (the account grain, or <see cref="BudgetPermits"/>).
/// </summary>
public sealed class RateBudget
{
    private static readonly int Priorities = Enum.GetValues<LeverPriority>().Length;
    private readonly RateBudgetOptions _options;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Queue<TimeSpan>[] _places =
    [
        .. Enumerable.Range(0, Priorities).Select(_ => new Queue<TimeSpan>()),
    ];
    private double _permits;
    private TimeSpan _countedUntil;
    private TimeSpan _pausedUntil;

    /// <param name="options">The rate; <see cref="RateBudgetOptions.Burst"/> permits are there at once.</param>
    /// <param name="time">Its timestamps are used, not its clock: a clock that is set does no harm.</param>
    public RateBudget(RateBudgetOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (options.Burst < 1 || options.Floor <= 0 || options.Ceiling < options.Floor)
        {
            throw new ArgumentException(
                "The burst must be 1 or more, and the ceiling not below a floor above 0.",
                nameof(options)
            );
        }

        _options = options;
        _time = time;
        _start = time.GetTimestamp();
        _permits = Math.Min(options.Burst, options.BurstAtStart ?? options.Burst);
        PermitsPerSecond = options.Ceiling;
    }

    /// <summary>The rate now: the ceiling, or less after a 429.</summary>
    public double PermitsPerSecond { get; private set; }

    /// <summary>How many askers were told to ask again and did not yet.</summary>
    public int Waiting => _places.Sum(places => places.Count);

    /// <summary>Permits that could be had at once and that nobody waits for.</summary>
    public int Unused
    {
        get
        {
            var now = CountUp();
            DropLatePlaces(now);
            return now < _pausedUntil ? 0 : (int)Math.Max(0, _permits - Waiting);
        }
    }

    /// <summary>Takes a permit for one request, or says when to ask again.</summary>
    public RateReservation Reserve(LeverPriority priority)
    {
        var now = CountUp();
        DropLatePlaces(now);
        var places = _places[(int)priority];
        var higher = _places.Take((int)priority).Sum(queue => queue.Count);
        var isDue = places.TryPeek(out var due) && due <= now;
        if (isDue)
        {
            places.Dequeue(); // Whoever asks takes the place of the first who is due: there are as many places as askers.
        }

        if (now >= _pausedUntil && _permits >= 1 + higher + (isDue ? 0 : places.Count))
        {
            _permits--;
            return new RateReservation(IsGranted: true, TimeSpan.Zero);
        }

        var wait = WaitFor(1 + higher + places.Count, now);
        places.Enqueue(now + wait);
        return new RateReservation(IsGranted: false, wait);
    }

    /// <summary>Permits that were taken and not used.</summary>
    public void Return(int permits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permits);
        CountUp();
        _permits = Math.Min(_options.Burst, _permits + permits);
    }

    /// <summary>Lever answered 429: nothing goes out for a while, and then less. Several in one pause count once.</summary>
    /// <param name="retryAfter">What Lever asked for; null when it did not say.</param>
    public void OnTooManyRequests(TimeSpan? retryAfter)
    {
        var now = CountUp();
        var until = now + (retryAfter ?? _options.DefaultPause);
        if (now >= _pausedUntil)
        {
            PermitsPerSecond = Math.Max(_options.Floor, PermitsPerSecond * _options.DecreaseFactor);
        }

        _permits = 0;
        _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        _countedUntil = _pausedUntil;
    }

    private TimeSpan CountUp()
    {
        var now = _time.GetElapsedTime(_start);
        if (now > _countedUntil)
        {
            var seconds = (now - _countedUntil).TotalSeconds;
            _permits = Math.Min(_options.Burst, _permits + (seconds * PermitsPerSecond));
            PermitsPerSecond = Math.Min(_options.Ceiling, PermitsPerSecond + (seconds * _options.Recovery));
            _countedUntil = now;
        }

        return now;
    }

    private void DropLatePlaces(TimeSpan now)
    {
        foreach (var places in _places)
        {
            while (places.TryPeek(out var due) && due + _options.Grace < now)
            {
                places.Dequeue();
            }
        }
    }

    // Rounded up to a millisecond: timers are no finer, and asking too early costs a second question.
    private TimeSpan WaitFor(int permits, TimeSpan now)
    {
        var pause = _countedUntil > now ? _countedUntil - now : TimeSpan.Zero;
        var seconds = Math.Max(0, permits - _permits) / PermitsPerSecond;
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((pause.TotalSeconds + seconds) * 1000));
        return wait < _options.LongestWait ? wait : _options.LongestWait;
    }
}
