using CiivSoft.Simulation.Clockwork;

namespace CiivSoft.Simulation.Silos;

/// <summary>A grain's timer: the next tick is counted from the end of the last.</summary>
internal sealed class SimulatedTimer : IGrainTimer
{
    private readonly SiloTime _time;
    private readonly TurnContext _turns;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CancellationTokenSource _over = new();
    private TimeSpan _period;
    private bool _isOver;

    public SimulatedTimer(
        Activation activation,
        Func<CancellationToken, Task> callback,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        _time = activation.Silo.Time;
        _turns = activation.Turns;
        _callback = callback;
        _period = period;
        _time.After(dueTime, Tick);
    }

    public void Change(TimeSpan dueTime, TimeSpan period) => _period = period;

    public void Dispose()
    {
        _isOver = true;
        _over.Dispose();
    }

    private void Tick()
    {
        if (!_isOver)
        {
            _turns.Run(() => _ = TickAsync());
        }
    }

    private async Task TickAsync()
    {
        // As in Orleans, a tick that fails is the grain's own affair; the next one comes all the same.
        await Task.WhenAny(_callback(_over.Token));
        _time.After(_period, Tick);
    }
}
