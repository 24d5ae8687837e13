using CiivSoft.Matching;
using CiivSoft.Simulation.Planted;
using CiivSoft.Simulation.Storage;
using CiivSoft.Simulation.Worlds;

namespace CiivSoft.Simulation;

/// <summary>Runs seeds. A runner belongs to one thread.</summary>
internal sealed class Runner : IDisposable
{
    private static readonly Lazy<RememberingEngine> Engine = new(() =>
        new RememberingEngine(MatchingEngine.LoadDefault())
    );

    private readonly MemoryDatabase _database = new();

    public SeedResult Run(int seed, Bug? bug = null, Action<string>? listener = null)
    {
        _database.Empty();
        using var world = new SimulatedWorld(seed, _database, Engine.Value, bug, listener);
        try
        {
            new Scenario(world).Run();
        }
#pragma warning disable CA1031 // A simulation that breaks is a finding like any other, with its seed.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            world.Violate("broken", failure.ToString());
        }

        return new SeedResult(
            seed,
            world.Trace.Text,
            world.Trace.Lines,
            world.Timeline.Executed,
            [.. world.Violations]
        );
    }

    public void Dispose() => _database.Dispose();
}

/// <summary>What a seed came to.</summary>
internal sealed record SeedResult(int Seed, string Trace, long Lines, int Events, IReadOnlyList<Violation> Violations);
