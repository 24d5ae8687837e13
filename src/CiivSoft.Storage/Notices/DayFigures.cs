using CiivSoft.Abstractions;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Storage.Notices;

/// <summary>What was written to Lever in a span of time, for a digest.</summary>
/// <param name="Written">Moves, leads and recommendations that Lever has, by solution and kind.</param>
/// <param name="Postings">The postings with most of them.</param>
/// <param name="Failed">Changes of any kind that Lever refused.</param>
public sealed record DayFigures(IReadOnlyList<WrittenCount> Written, IReadOnlyList<PostingCount> Postings, long Failed);

/// <summary>How many changes of a kind a solution made.</summary>
public sealed record WrittenCount
{
    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>Move, lead or tag.</summary>
    public required EffectKind Kind { get; init; }

    /// <summary>How many.</summary>
    public long Effects { get; init; }
}

/// <summary>How many changes were made for a posting.</summary>
public sealed record PostingCount
{
    /// <summary>The posting.</summary>
    public required string PostingId { get; init; }

    /// <summary>Its title; null for a confidential one, and where it is not known.</summary>
    public string? Title { get; init; }

    /// <summary>How many.</summary>
    public long Effects { get; init; }
}
