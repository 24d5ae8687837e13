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
)
{
    /// <summary>What is worth knowing before going live, where nothing is wrong: rights to add, what is known only later.</summary>
    [Id(3)]
    public ImmutableArray<Finding> Advice { get; init; } = [];

    /// <summary>Lever's id of the stage that FiiLTER moves to; null when Lever has none of the configured name.</summary>
    [Id(4)]
    public string? ScreenedStageId { get; init; }

    /// <summary>The configured service user. Lever has no way to look it up with such a key: a wrong one shows at the first write.</summary>
    [Id(5)]
    public string ServiceUser { get; init; } = "";

    /// <summary>Whether the key may see confidential postings and opportunities.</summary>
    [Id(6)]
    public RightState ConfidentialAccess { get; init; }

    /// <summary>
    /// What keeps the account from going live: a refused key, a right that everything needs, the stage that FiiLTER moves to.
    /// </summary>
    [Id(7)]
    public ImmutableArray<Finding> Obstacles { get; init; } = [];
}

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
)
{
    /// <summary>Whether the product works in full without it, but for what <see cref="NeededBy"/> names.</summary>
    [Id(3)]
    public bool IsOptional { get; init; }
}

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
