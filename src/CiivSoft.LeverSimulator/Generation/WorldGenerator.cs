using CiivSoft.LeverSimulator.Generation.Worlds;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation;

/// <summary>The built-in worlds. Safe for several threads.</summary>
internal sealed class WorldGenerator : IWorldGenerator
{
    public const int MaxOpportunities = 1_000_000;

    public IWorldSource CreateDemo(WorldSettings settings) =>
        new PlannedWorld(new DemoPlan(settings.Seed, settings.Now), settings);

    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and <see cref="MaxOpportunities"/>.</exception>
    public IWorldSource CreateGenerated(int opportunities, WorldSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(opportunities, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(opportunities, MaxOpportunities);
        return new PlannedWorld(new SampledPlan(opportunities, settings.Seed, settings.Now), settings);
    }
}
