using System.Collections.Concurrent;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Indexing;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Indexing;
using CiivSoft.Grains.Postings;
using CiivSoft.Simulation.Worlds;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Simulation.Silos;

/// <summary>
/// Silos, where each grain is, and the messages between them. Calls may be lost or delivered twice, and a grain may be
/// activated a second time while its first activation still works: all of which Orleans may do.
/// </summary>
internal sealed class Cluster(SimulatedWorld world)
{
    private static readonly Dictionary<Type, (string Type, Type Class)> Classes = new()
    {
        [typeof(IAccountGrain)] = ("account", typeof(AccountGrain)),
        [typeof(ICandidateGrain)] = ("candidate", typeof(CandidateGrain)),
        [typeof(IPostingGrain)] = ("posting", typeof(PostingGrain)),
        [typeof(ICandidateIndexGrain)] = ("candidateindex", typeof(CandidateIndexGrain)),
    };

    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();

    private readonly Dictionary<GrainId, Activation> _directory = [];
    private int _silos;

    public List<SimulatedSilo> Silos { get; } = [];

    /// <summary>Activations of accounts that the directory forgot and that were not fenced yet.</summary>
    public List<Activation> Strays { get; } = [];

    public IReadOnlyList<SimulatedSilo> Living => Silos.FindAll(s => s.IsAlive);

    public IReadOnlyList<Activation> Registered => [.. _directory.Values];

    public static GrainId IdOf(Type type, string key) => GrainId.Create(Classes[type].Type, key);

    public SimulatedSilo StartSilo()
    {
        var silo = new SimulatedSilo(world, ++_silos);
        silo.Time.Skew = world.Faults.NewSkew();
        Silos.Add(silo);
        world.Trace.Add("start", silo.Name);
        return silo;
    }

    public void Crash(SimulatedSilo silo)
    {
        if (!silo.IsAlive)
        {
            return;
        }

        world.Trace.Add("crash", silo.Name);
        silo.Time.Kill();
        foreach (var (id, _) in _directory.Where(e => e.Value.Silo == silo).ToList())
        {
            _directory.Remove(id);
        }

        Strays.RemoveAll(a => a.Silo == silo);
    }

    /// <summary>The directory loses a grain that goes on working: the next call activates it again.</summary>
    public void Forget(Activation activation, TimeSpan until)
    {
        world.Trace.Add("forget", $"{activation.Silo.Name} {activation.Id}");
        _directory.Remove(activation.Id);
        if (activation.Grain is AccountGrain)
        {
            Strays.Add(activation);
        }

        activation.Silo.Time.After(until, () => End(activation, "duplicate"));
    }

    /// <summary>As reminders do: whoever is not active anywhere becomes so.</summary>
    public void WakeAll()
    {
        foreach (var site in world.Sites)
        {
            Find(typeof(IAccountGrain), site.Account.ToString(), preferred: null);
        }
    }

    public void End(Activation activation, string reason)
    {
        Remove(activation);
        activation.Deactivate(reason);
    }

    /// <summary>Sends a call. Its answer, or that none came, is reported in an event of the caller's.</summary>
    public void Send(GrainCall call, Action<Task> onEnd)
    {
        if (!call.Caller.IsAlive)
        {
            return;
        }

        var fate = world.Faults.OfCall(call.Method.Name);
        world.Trace.Add("call", $"{call.Caller.Name} {call.Key} {call.Method.Name} {fate}");
        if (call.Method.IsOneWay)
        {
            onEnd(Task.CompletedTask);
            onEnd = _ => { };
        }
        else
        {
            call.Caller.Time.After(
                call.Method.Timeout,
                () => onEnd(Task.FromException(new TimeoutException($"{call.Method.Name}")))
            );
        }

        if (fate != CallFate.Lost)
        {
            world.Timeline.After(world.Faults.Hop(), () => Deliver(call, fate, onEnd));
        }

        if (fate == CallFate.Twice)
        {
            world.Timeline.After(world.Faults.Hop() * 3, () => Deliver(call, CallFate.AnswerLost, onEnd));
        }
    }

    /// <summary>The activation that calls reach; it is made when there is none.</summary>
    public Activation? Find(Type type, string key, SimulatedSilo? preferred)
    {
        var id = IdOf(type, key);
        if (_directory.TryGetValue(id, out var known))
        {
            return known;
        }

        var living = Living;
        if (living.Count == 0)
        {
            return null;
        }

        if (living.Count > 1 && living.Any(s => !s.Time.IsStopped))
        {
            living = [.. living.Where(s => !s.Time.IsStopped)];
        }

        var silo =
            preferred is { IsAlive: true, Time.IsStopped: false } && world.Chance.Is(0.6)
                ? preferred
                : world.Chance.Pick(living);
        var activation = new Activation(world, silo, id, a => CreateAsync(a, Classes[type].Class));
        _directory[id] = activation;
        world.Trace.Add("activate", $"{silo.Name} {id}");
        activation.Activate(Remove);
        return activation;
    }

    private void Remove(Activation activation)
    {
        if (_directory.GetValueOrDefault(activation.Id) == activation)
        {
            _directory.Remove(activation.Id);
        }

        Strays.Remove(activation);
    }

    private void Deliver(GrainCall call, CallFate fate, Action<Task> onEnd)
    {
        if (Find(call.Interface, call.Key, call.Caller) is not { } target)
        {
            return;
        }

        target.Silo.Time.Run(() => target.Enqueue(call.Method, call.Arguments, end => Answer(call, fate, end, onEnd)));
    }

    private void Answer(GrainCall call, CallFate fate, Task end, Action<Task> onEnd)
    {
        _ = end.Exception; // Observed here; whoever called gets it, unless the answer is lost.
        if (fate != CallFate.AnswerLost)
        {
            world.Timeline.After(world.Faults.Hop(), () => call.Caller.Time.Run(() => onEnd(end)));
        }
    }

    private async Task<Grain> CreateAsync(Activation activation, Type grain)
    {
        var context = new SimulatedGrainContext(world, activation);
        if (grain != typeof(AccountGrain))
        {
            await activation.Silo.StepAsync("activate");
            return GrainConstruction.Create(context, () => FactoryOf(grain)(context.ActivationServices, []));
        }

        var state = new SimulatedGrainState<AccountState>(world, activation.Silo, activation.Id, new AccountState());
        await state.ReadStateAsync();
        return GrainConstruction.Create(
            context,
            () => FactoryOf(grain, typeof(SimulatedGrainState<AccountState>))(context.ActivationServices, [state])
        );
    }

    private static ObjectFactory FactoryOf(Type grain, params Type[] arguments) =>
        Factories.GetOrAdd(grain, g => ActivatorUtilities.CreateFactory(g, arguments));
}

/// <summary>What becomes of a call between grains.</summary>
internal enum CallFate
{
    Arrives,
    Lost,
    AnswerLost,
    Twice,
}
