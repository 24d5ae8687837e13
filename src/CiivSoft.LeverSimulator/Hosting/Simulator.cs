using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Faults;
using CiivSoft.LeverSimulator.History;
using CiivSoft.LeverSimulator.Keys;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>A running account: its world and all that surrounds it.</summary>
internal sealed class Simulator
{
    private int _pendingCommits;

    public Simulator(SimulatedWorld world, KeyRing keys, int seed)
    {
        World = world;
        Keys = keys;
        Seed = seed;
        Api = new LeverApi(world, keys, LeverRoutes.Create());
        Faults = new FaultDice(seed);
    }

    public SimulatedWorld World { get; }

    public int Seed { get; }

    public KeyRing Keys { get; }

    public LeverApi Api { get; }

    public FaultDice Faults { get; }

    public RequestHistory History { get; } = new();

    /// <summary>Added to every answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Whether 429 comes with <c>Retry-After: 1</c>; Lever is not known to send it.</summary>
    public bool SendsRetryAfter { get; set; }

    /// <summary>Whether administration is served to other machines too.</summary>
    public bool HasOpenAdministration { get; init; }

    /// <summary>Late commits that are still to come.</summary>
    public int PendingCommits => Volatile.Read(ref _pendingCommits);

    public void BeginCommit() => Interlocked.Increment(ref _pendingCommits);

    public void EndCommit() => Interlocked.Decrement(ref _pendingCommits);
}
