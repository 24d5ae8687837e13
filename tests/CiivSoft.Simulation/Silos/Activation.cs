using CiivSoft.Simulation.Worlds;

namespace CiivSoft.Simulation.Silos;

/// <summary>One activation of a grain. Calls run one at a time, except those that may interleave.</summary>
internal sealed class Activation(
    SimulatedWorld world,
    SimulatedSilo silo,
    GrainId id,
    Func<Activation, Task<Grain>> create
)
{
    private readonly Queue<Action> _waiting = new();
    private readonly List<SimulatedTimer> _timers = [];
    private bool _isBusy = true;
    private bool _isActive;

    public SimulatedSilo Silo { get; } = silo;

    public GrainId Id { get; } = id;

    public Grain? Grain { get; private set; }

    public Exception? Failure { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>Where all of it runs.</summary>
    public TurnContext Turns { get; } = new(silo.Time);

    public void Activate(Action<Activation> onFailed) => Turns.Run(() => _ = ActivateAsync(onFailed));

    private async Task ActivateAsync(Action<Activation> onFailed)
    {
        try
        {
            Grain = await create(this);
            await Grain.OnActivateAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // As in Orleans, whatever an activation fails for is reported to whoever called it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failure = failure;
            IsOver = true;
            onFailed(this);
        }

        _isActive = true;
        _isBusy = false;
        RunWaiting();
    }

    /// <summary>Runs a call, now or when those before it are through.</summary>
    public void Enqueue(GrainMethod method, object?[] arguments, Action<Task> onEnd)
    {
        if (_isActive && (method.Interleaves || !_isBusy))
        {
            Start(method, arguments, onEnd);
        }
        else
        {
            _waiting.Enqueue(() => Start(method, arguments, onEnd));
        }
    }

    public void Add(SimulatedTimer timer) => _timers.Add(timer);

    public void Deactivate(string reason)
    {
        if (!IsOver)
        {
            Turns.Run(() => _ = DeactivateAsync(reason));
        }
    }

    private async Task DeactivateAsync(string reason)
    {
        IsOver = true;
        world.Trace.Add("end", $"{Silo.Name} {Id} {reason}");
        foreach (var timer in _timers)
        {
            timer.Dispose();
        }

        if (Grain is { } grain)
        {
            var why = new DeactivationReason(DeactivationReasonCode.ApplicationRequested, reason);
            await grain.OnDeactivateAsync(why, CancellationToken.None);
        }
    }

    private void RunWaiting()
    {
        while (!_isBusy && _waiting.TryDequeue(out var next))
        {
            next();
        }
    }

    private void Start(GrainMethod method, object?[] arguments, Action<Task> onEnd)
    {
        _isBusy |= !method.Interleaves;
        Turns.Run(() => _ = RunAsync(method, arguments, onEnd));
    }

    private async Task RunAsync(GrainMethod method, object?[] arguments, Action<Task> onEnd)
    {
        var call = Failure is null ? Invoke(method, arguments) : Task.FromException(Failure);
        await Task.WhenAny(call);
        if (!method.Interleaves)
        {
            _isBusy = false;
        }

        onEnd(call);
        RunWaiting();
    }

    private Task Invoke(GrainMethod method, object?[] arguments)
    {
        try
        {
            return method.Invoke(Grain, arguments);
        }
#pragma warning disable CA1031 // A call that throws before its first await fails like one that throws after.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Task.FromException(failure);
        }
    }
}
