using System.Collections.Immutable;

namespace CiivSoft.Dashboard.Live;

/// <summary>The active grains of ours.</summary>
/// <param name="At">When they were listed.</param>
/// <param name="Counts">How many of each kind.</param>
/// <param name="Grains">Each of the kinds that have not too many.</param>
public sealed record ActiveGrains(
    DateTimeOffset At,
    ImmutableArray<GrainCount> Counts,
    ImmutableArray<ActiveGrain> Grains
);

/// <summary>How many grains of a kind are active.</summary>
/// <param name="Kind">For example <c>candidate</c>.</param>
/// <param name="Count">In the whole cluster.</param>
public sealed record GrainCount(string Kind, int Count);

/// <summary>An active grain.</summary>
/// <param name="Kind">For example <c>candidate</c>.</param>
/// <param name="Account">The account it belongs to.</param>
/// <param name="Id">Lever's id of what it is, or the number of a shard; empty for the account itself.</param>
/// <param name="Silo">Where it is active.</param>
public sealed record ActiveGrain(string Kind, string Account, string Id, string Silo);
