using System.Globalization;
using CiivSoft.LeverSimulator.World;
using CiivSoft.LeverSimulator.Worlds;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>Makes the world that <c>--world</c> names.</summary>
internal static class WorldFactory
{
    public const int MaxGenerated = 1_000_000;
    private const string GeneratedPrefix = "generated:";

    /// <exception cref="InvalidDataException">There is no such world, or its folder cannot be used.</exception>
    public static Simulator Create(SimulatorOptions options, IWorldGenerator generator, SimulatorClock clock)
    {
        var now = clock.Now;
        var settings = new WorldSettings(options.Seed, now, WorldDefaults.CreateFrame(now, options.HasScreenedStage));
        if (Directory.Exists(options.World))
        {
            var simulator = SimulatorHost.CreateSimulator(options, new EmptyWorld(settings.Frame), clock);
            FolderWorld.Load(simulator.World, options.World);
            return simulator;
        }

        var source = options.World switch
        {
            "empty" => (IWorldSource)new EmptyWorld(settings.Frame),
            "demo" => generator.CreateDemo(settings),
            _ when ReadCount(options.World) is { } count => generator.CreateGenerated(count, settings),
            _ => throw new InvalidDataException(
                $"--world must be empty, demo, generated:N with N from 1 to {MaxGenerated}, or a folder; {options.World} is none of these."
            ),
        };
        return SimulatorHost.CreateSimulator(options, source, clock);
    }

    private static int? ReadCount(string world) =>
        world.StartsWith(GeneratedPrefix, StringComparison.Ordinal)
        && int.TryParse(world[GeneratedPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is >= 1 and <= MaxGenerated
            ? count
            : null;
}
