using System.Collections.Immutable;

namespace CiivSoft.Abstractions.Postings;

/// <summary>A wish to change a posting's requirements: the whole list as it shall be.</summary>
/// <param name="Version">The version that it was made from; refused when that is not the present one.</param>
/// <param name="By">Who wishes it, as it is recorded.</param>
/// <param name="Items">The list in its order; null goes back to the draft of the posting's text.</param>
/// <param name="IsDryRun">Whether it is only checked.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RequirementsChange")]
public sealed record RequirementsChange(
    [property: Id(0)] int Version,
    [property: Id(1)] string By,
    [property: Id(2)] ImmutableArray<RequirementItem>? Items,
    [property: Id(3)] bool IsDryRun
);

/// <summary>A requirement as a person wants it.</summary>
/// <param name="Id">Of the requirement that it was; null for a new one. With the same text its kind and place stay.</param>
/// <param name="Text">In a person's words, for example <c>3+ years of Python</c>; at most 200 characters.</param>
/// <param name="IsMust">Required rather than nice to have.</param>
/// <param name="Weight">0 to 1; null for what its kind and importance usually have.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RequirementItem")]
public sealed record RequirementItem(
    [property: Id(0)] string? Id,
    [property: Id(1)] string Text,
    [property: Id(2)] bool IsMust,
    [property: Id(3)] double? Weight
);

/// <summary>What became of the wish.</summary>
/// <param name="Outcome">Whether it holds now.</param>
/// <param name="Sheet">The requirements as they are now; of a dry run, as they would be.</param>
/// <param name="Refused">For <see cref="RequirementsOutcome.Refused"/>: each criterion with its alternative.</param>
/// <param name="Problem">For people: why it was refused; empty when it was not.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RequirementsAnswer")]
public sealed record RequirementsAnswer(
    [property: Id(0)] RequirementsOutcome Outcome,
    [property: Id(1)] RequirementSheet Sheet,
    [property: Id(2)] ImmutableArray<RefusedLine> Refused,
    [property: Id(3)] string Problem
);

/// <summary>What became of a wish to change requirements.</summary>
[GenerateSerializer]
[Alias("ciivsoft.RequirementsOutcome")]
public enum RequirementsOutcome
{
    /// <summary>It holds, or in a dry run would.</summary>
    Changed = 0,

    /// <summary>It was so before; there is no new version.</summary>
    Unchanged = 1,

    /// <summary>Somebody else changed them meanwhile; nothing changed.</summary>
    Conflict = 2,

    /// <summary>A wish stands for a protected attribute; nothing changed.</summary>
    Refused = 3,

    /// <summary>A text is empty or too long, a weight is out of its range, or there are too many; nothing changed.</summary>
    Invalid = 4,
}
