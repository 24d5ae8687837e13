using CiivSoft.Lever;
using CiivSoft.Simulation.Storage;

namespace CiivSoft.Simulation.Planted;

/// <summary>A fault that somebody could write into the product, put in from outside: it replaces what one component does.</summary>
/// <param name="Name">For the command line.</param>
/// <param name="Story">What is wrong.</param>
internal sealed record Bug(string Name, string Story)
{
    public static IReadOnlyList<Bug> All { get; } =
    [.. EffectBugs.All, .. StoreBugs.All, .. ClientBugs.All, .. OtherBugs.All];

    /// <summary>The store it sits in; null for none.</summary>
    public Type? Store { get; init; }

    public Planting? InStore { get; init; }

    public Planting? InClient { get; init; }

    public Func<ILeverPermits, ILeverPermits>? Permits { get; init; }

    /// <summary>The HTTP stack sends a POST again by itself when no answer came.</summary>
    public bool RepeatsPosts { get; init; }

    public bool IgnoresEtags { get; init; }

    public TimeSpan? Grace { get; init; }

    public static Bug? Find(string name) => All.FirstOrDefault(b => b.Name == name);
}
