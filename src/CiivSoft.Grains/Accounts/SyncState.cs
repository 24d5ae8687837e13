namespace CiivSoft.Grains.Accounts;

/// <summary>
/// The first synchronisation walks windows of <c>created_at</c>, newest first. Only a finished window moves it, so a
/// crash repeats one window at most; Lever's paging tokens do not survive a run.
/// </summary>
[GenerateSerializer]
[Alias("ciivsoft.SyncState")]
internal sealed record SyncState
{
    private const int FewRows = 300;
    private const int ManyRows = 3000;

    private static readonly TimeSpan FirstWindow = TimeSpan.FromDays(7);
    private static readonly TimeSpan SmallestWindow = TimeSpan.FromMinutes(1);

    // Lever was founded in 2012; imported records may carry earlier dates, but none before this.
    private static readonly DateTimeOffset Beginning = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Everything created at or after this was listed; null before the first window.</summary>
    [Id(0)]
    public DateTimeOffset? ReachedBack { get; init; }

    [Id(1)]
    public TimeSpan Window { get; init; } = FirstWindow;

    [Id(2)]
    public bool IsComplete { get; init; }

    [Id(3)]
    public long Listed { get; init; }

    /// <summary>Whether the ARKiiVE runs that found an incomplete account were queued once more.</summary>
    [Id(4)]
    public bool WereRunsRepeated { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsThrough => IsComplete && WereRunsRepeated;

    /// <summary>The window to list next, both ends inclusive as Lever's filters are; the last one has no beginning.</summary>
    public SyncWindow Next(DateTimeOffset connectedAt)
    {
        var to = ReachedBack?.AddMilliseconds(-1) ?? connectedAt.AddDays(1);
        var from = to - Window;
        return new SyncWindow(from < Beginning ? null : from, to);
    }

    /// <summary>After a window was listed in full.</summary>
    public SyncState Finish(SyncWindow window, int rows) =>
        this with
        {
            ReachedBack = window.From ?? Beginning,
            Listed = Listed + rows,
            IsComplete = window.From is null,
            Window = rows switch
            {
                0 => Window * 4,
                < FewRows => Window * 2,
                > ManyRows when Window > SmallestWindow => Window / 2,
                _ => Window,
            },
        };
}

/// <summary>A span of <c>created_at</c>.</summary>
/// <param name="From">Its beginning; null for all that is older.</param>
/// <param name="To">Its end.</param>
internal sealed record SyncWindow(DateTimeOffset? From, DateTimeOffset To);
