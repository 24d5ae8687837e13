using CiivSoft.Simulation.Clockwork;

namespace CiivSoft.Simulation.Silos;

/// <summary>
/// An activation's scheduler: what is continued there runs one turn after the other, in order; between two turns the seed
/// may let others go first.
/// </summary>
internal sealed class TurnContext(SiloTime time) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _turns = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        _turns.Enqueue((d, state));
        if (_turns.Count == 1)
        {
            time.After(TimeSpan.Zero, RunOne);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Nothing in a grain waits for another turn without giving up its own.");

    /// <summary>Runs something as a turn of its own, now.</summary>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void RunOne()
    {
        var (callback, state) = _turns.Peek();
        Run(() => callback(state));
        _turns.Dequeue();
        if (_turns.Count > 0)
        {
            time.After(TimeSpan.Zero, RunOne);
        }
    }
}
