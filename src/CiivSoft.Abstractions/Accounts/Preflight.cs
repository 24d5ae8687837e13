using System.Collections.Immutable;

namespace CiivSoft.Abstractions.Accounts;

/// <summary>What asking Lever showed of a key.</summary>
/// <param name="Connected">Whether the account is connected now.</param>
/// <param name="Rights">Each right that the product uses.</param>
/// <param name="Findings">What needs a person.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.Preflight")]
public sealed record Preflight(
    [property: Id(0)] bool Connected,
    [property: Id(1)] ImmutableArray<RightCheck> Rights,
    [property: Id(2)] ImmutableArray<Finding> Findings
);

/// <summary>One right of the key, by its name in Lever's dialog.</summary>
/// <param name="Name">For example <c>Find all opportunities</c>.</param>
/// <param name="State">Present, missing, or not yet known (writes are known only once used).</param>
/// <param name="NeededBy">What stops without it.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RightCheck")]
public sealed record RightCheck(
    [property: Id(0)] string Name,
    [property: Id(1)] RightState State,
    [property: Id(2)] string NeededBy
);

/// <summary>Whether a key has a right.</summary>
[GenerateSerializer]
[Alias("ciivsoft.RightState")]
public enum RightState
{
    /// <summary>There is no harmless way to find out; known at first use.</summary>
    NotYetKnown = 0,

    /// <summary>It worked.</summary>
    Present = 1,

    /// <summary>Lever refused it.</summary>
    Missing = 2,
}
