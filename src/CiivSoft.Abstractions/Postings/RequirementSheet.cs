using System.Collections.Immutable;

namespace CiivSoft.Abstractions.Postings;

/// <summary>What a posting asks for, as it is judged now, and how it came about.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RequirementSheet")]
public sealed record RequirementSheet
{
    /// <summary>Lever's id of the posting.</summary>
    [Id(0)]
    public required string PostingId { get; init; }

    /// <summary>Its title.</summary>
    [Id(1)]
    public required string Title { get; init; }

    /// <summary>0 as drafted from the posting's text and never edited, and one more with each edit; an edit must name it.</summary>
    [Id(2)]
    public required int Version { get; init; }

    /// <summary>Whether people's list holds rather than the draft.</summary>
    [Id(3)]
    public bool IsEdited { get; init; }

    /// <summary>Whether the posting's text changed after the edit; the edited list holds all the same.</summary>
    [Id(4)]
    public bool IsOutdated { get; init; }

    /// <summary>The requirements, in their order.</summary>
    [Id(5)]
    public ImmutableArray<RequirementLine> Lines { get; init; } = [];

    /// <summary>Criteria of the posting's text that are not judged, each with what could lawfully be asked instead.</summary>
    [Id(6)]
    public ImmutableArray<RefusedLine> Refused { get; init; } = [];

    /// <summary>Edits, the newest first, at most 20.</summary>
    [Id(7)]
    public ImmutableArray<RequirementEdit> History { get; init; } = [];

    /// <summary>Newest decisions about this posting that were made by another version of the requirements.</summary>
    [Id(8)]
    public long StaleDecisions { get; init; }
}

/// <summary>One requirement.</summary>
/// <param name="Id">Names it within the list.</param>
/// <param name="Kind">For example <c>Skill</c>, <c>Years</c>, <c>Licence</c>: how a résumé is searched for it.</param>
/// <param name="IsMust">Required rather than nice to have.</param>
/// <param name="Weight">0 to 1: orders the reasons of notes.</param>
/// <param name="Text">For people.</param>
/// <param name="Bars">Whether somebody who does not show it is below every bar: a credential by law that is required.</param>
/// <param name="SourceStart">Where the posting's text says so, in UTF-16 units.</param>
/// <param name="SourceLength">Length there; 0 for what a person wrote or the title says.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RequirementLine")]
public sealed record RequirementLine(
    [property: Id(0)] string Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] bool IsMust,
    [property: Id(3)] double Weight,
    [property: Id(4)] string Text,
    [property: Id(5)] bool Bars,
    [property: Id(6)] int SourceStart,
    [property: Id(7)] int SourceLength
);

/// <summary>A wish that stands for a protected attribute and is not used.</summary>
/// <param name="Attribute">For example <c>age</c>.</param>
/// <param name="Wording">The words that stand for it.</param>
/// <param name="Alternative">What could lawfully be asked for instead.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RefusedLine")]
public sealed record RefusedLine(
    [property: Id(0)] string Attribute,
    [property: Id(1)] string Wording,
    [property: Id(2)] string Alternative
);

/// <summary>Who changed the requirements when, and what.</summary>
/// <param name="Version">The version that came of it.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Summary">For example <c>added "SQL"; "Python" is nice to have</c>.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RequirementEdit")]
public sealed record RequirementEdit(
    [property: Id(0)] int Version,
    [property: Id(1)] string By,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string Summary
);
