namespace CiivSoft.Grains.Postings;

/// <summary>
/// How many searches of ARKiiVE a silo works through at once, first come, first served. Each reads and scores hundreds of résumés,
/// seconds of a processor's work: all at once, none would be done for long, and probes and people would wait for them.
/// </summary>
/// <remarks>Who waits goes on where it awaited, and on no other thread: what the simulation plays has to be repeatable.</remarks>
internal sealed class SearchSlots(int count)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _free = count;

    /// <summary>As many as half of the processors, at least one: the rest is for what has to answer.</summary>
    public static SearchSlots OfThisMachine() => new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Waits for a slot; disposing of what is returned frees it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first; no slot is taken.</exception>
    public async Task<Slot> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (WaitingFor() is { } turn)
        {
            await using var _ = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
#pragma warning disable VSTHRD003 // No thread works on it: it is set by whoever frees a slot.
            await turn.Task;
#pragma warning restore VSTHRD003
        }

        return new Slot(Free);
    }

    private TaskCompletionSource? WaitingFor()
    {
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return null;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return turn;
        }
    }

    private void Free()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _free++;
        }
    }

    /// <summary>A slot that is taken until this is disposed of.</summary>
    public sealed class Slot : IDisposable
    {
        private Action? _free;

        internal Slot(Action free) => _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Invoke();
    }
}
