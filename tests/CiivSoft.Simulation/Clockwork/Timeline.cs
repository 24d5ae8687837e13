namespace CiivSoft.Simulation.Clockwork;

/// <summary>
/// Virtual time. Everything that happens is an event on it, run one after the other on one thread; what is due at the same
/// moment is put in an order by the seed. Between two events nothing is runnable: a continuation runs in the event that completed what it waited for.
/// </summary>
internal sealed class Timeline(Random random)
{
    private readonly PriorityQueue<Action, (long At, int Order, long Number)> _events = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _number;

    /// <summary>Ticks of 100 ns since the beginning.</summary>
    public long Now { get; private set; }

    public TimeSpan Elapsed => TimeSpan.FromTicks(Now);

    public int Executed { get; private set; }

    /// <summary>Whether code ran on another thread: then nothing that follows can be trusted to repeat.</summary>
    public bool HasEscaped { get; private set; }

    /// <summary>To be called by everything that product code reaches.</summary>
    public void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            HasEscaped = true;
            Escape ??= Environment.StackTrace;
        }
    }

    /// <summary>Where code first ran on another thread.</summary>
    public string? Escape { get; private set; }

    public void After(TimeSpan delay, Action action)
    {
        CheckThread();
        var at = Now + Math.Max(0, delay.Ticks);
        _events.Enqueue(action, (at, random.Next(), _number++));
    }

    /// <summary>Completes after a delay.</summary>
    public Task WaitAsync(TimeSpan delay)
    {
        var done = new TaskCompletionSource();
        After(delay, done.SetResult);
        return done.Task;
    }

    /// <summary>Runs the next event. False when there is none before the given moment.</summary>
    public bool RunNext(long until)
    {
        if (!_events.TryPeek(out var action, out var due) || due.At > until)
        {
            Now = Math.Max(Now, until);
            return false;
        }

        _events.Dequeue();
        Now = Math.Max(Now, due.At);
        Executed++;
        action();
        return true;
    }
}
