using System.Collections.Immutable;

namespace CiivSoft.Abstractions.Undoing;

/// <summary>What a scope covers, oldest first.</summary>
/// <param name="Items">The actions, at most <see cref="UndoLimits.ListedAtMost"/>.</param>
/// <param name="HasMore">Whether there are more than are listed.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.UndoList")]
public sealed record UndoList([property: Id(0)] ImmutableArray<UndoItem> Items, [property: Id(1)] bool HasMore);

/// <summary>Bounds of the calls about undoing.</summary>
public static class UndoLimits
{
    /// <summary>Actions of one preview: each takes two calls to Lever.</summary>
    public const int PreviewAtMost = 20;

    /// <summary>Actions of one list. A scope that covers more is not undone at once.</summary>
    public const int ListedAtMost = 5000;
}

/// <summary>Something that was done in Lever, and how far undoing it is.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.UndoItem")]
public sealed record UndoItem
{
    /// <summary>Id of the effect that did it.</summary>
    [Id(0)]
    public required string ActionId { get; init; }

    /// <summary>What was done.</summary>
    [Id(1)]
    public required UndoAction Action { get; init; }

    /// <summary>Who decided it.</summary>
    [Id(2)]
    public required Solution Solution { get; init; }

    /// <summary>The decision behind it.</summary>
    [Id(3)]
    public required string DecisionId { get; init; }

    /// <summary>The person.</summary>
    [Id(4)]
    public required string ContactId { get; init; }

    /// <summary>The opportunity that was moved, made or tagged; null when not known.</summary>
    [Id(5)]
    public string? OpportunityId { get; init; }

    /// <summary>The posting that it was about.</summary>
    [Id(6)]
    public string? PostingId { get; init; }

    /// <summary>When it was done.</summary>
    [Id(7)]
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>How far undoing it is.</summary>
    [Id(8)]
    public required UndoState State { get; init; }

    /// <summary>Why it was left alone, waits or failed; null otherwise.</summary>
    [Id(9)]
    public string? Reason { get; init; }

    /// <summary>What a person has to do in Lever, or to give us, for it to be undone; null for nothing.</summary>
    [Id(10)]
    public string? Remedy { get; init; }

    /// <summary>Id of the effect that undoes it; null when nobody asked.</summary>
    [Id(11)]
    public string? UndoId { get; init; }
}

/// <summary>What was done in Lever.</summary>
[GenerateSerializer]
[Alias("ciivsoft.UndoAction")]
public enum UndoAction
{
    /// <summary>An application was moved to CiiVSOFT SCREENED. Undone, it stands in New applicant again.</summary>
    Move = 0,

    /// <summary>A person was made a lead. Undone, our lead is archived.</summary>
    Lead = 1,

    /// <summary>A person was recommended by a note and a tag. Only people can take that back.</summary>
    Recommendation = 2,
}

/// <summary>How far undoing is.</summary>
[GenerateSerializer]
[Alias("ciivsoft.UndoState")]
public enum UndoState
{
    /// <summary>Nobody asked for it yet; a preview that says so has found nothing against it.</summary>
    Possible = 0,

    /// <summary>Asked for and committed; it is performed next.</summary>
    Planned = 1,

    /// <summary>Lever has it, and a note says so.</summary>
    Undone = 2,

    /// <summary>A person has touched it since, or it is not there any more: it stays as it is.</summary>
    LeftAlone = 3,

    /// <summary>We may not do it: see <see cref="UndoItem.Remedy"/>. It is tried again when that was given.</summary>
    ByHand = 4,

    /// <summary>It may have been done: read back before anything else.</summary>
    Unknown = 5,

    /// <summary>Lever refused it.</summary>
    Failed = 6,
}
