using CiivSoft.Simulation.Clockwork;
using CiivSoft.Simulation.Worlds;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Simulation.Silos;

/// <summary>A process of the product: its clock, its services, and whether it lives.</summary>
internal sealed class SimulatedSilo : IDisposable
{
    private readonly SimulatedWorld _world;
    private readonly Dictionary<Type, object?> _found = [];
    private ServiceProvider? _services;

    public SimulatedSilo(SimulatedWorld world, int number)
    {
        _world = world;
        Number = number;
        Time = new SiloTime(world.Timeline, world.Start);
        Grains = new SimulatedGrainFactory(world.Cluster, this);
    }

    public int Number { get; }

    public SimulatedWorld World => _world;

    public string Name => $"s{Number}";

    public SiloTime Time { get; }

    public SimulatedGrainFactory Grains { get; }

    public bool IsAlive => !Time.IsDead;

    /// <summary>
    /// A service. Each is asked of the container once, since one that is asked again begins to compile itself on other threads.
    /// </summary>
    public object? Find(Type type)
    {
        if (!_found.TryGetValue(type, out var service))
        {
            _services ??= SiloServices.Build(_world, this);
            service = _services.GetService(type);
            _found[type] = service;
        }

        return service;
    }

    public T Get<T>()
        where T : class => (T?)Find(typeof(T)) ?? throw new InvalidOperationException($"There is no {typeof(T).Name}.");

    /// <summary>
    /// A point between two persisted steps. The silo may die here, in which case what awaits it never goes on, be slow, or
    /// fail as a database does.
    /// </summary>
    public Task StepAsync(string label, bool mayFail = false)
    {
        if (!IsAlive)
        {
            return Never();
        }

        _world.Trace.Add("step", $"{Name} {label}");
        return _world.Faults.AtStep(this, label, mayFail);
    }

    /// <summary>Completes after a delay, if the silo still lives.</summary>
    public Task WaitAsync(TimeSpan delay)
    {
        var done = new TaskCompletionSource();
        Time.After(delay, () => done.TrySetResult());
        return done.Task;
    }

    /// <summary>What a dead process waits for.</summary>
    public static Task Never() => new TaskCompletionSource().Task;

    public void Dispose() => _services?.Dispose();
}
