using CiivSoft.Abstractions;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Storage.Reading;

/// <summary>An effect as a line of a list: no payload, nothing personal.</summary>
public sealed record EffectLine
{
    /// <summary>Order of planning.</summary>
    public long Sequence { get; init; }

    /// <summary>Its id.</summary>
    public required string EffectId { get; init; }

    /// <summary>What is written.</summary>
    public required EffectKind Kind { get; init; }

    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>The decision that asked for it.</summary>
    public required string DecisionId { get; init; }

    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>The opportunity written to; null until there is one.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>The posting it is about; null when it is about none.</summary>
    public string? PostingId { get; init; }

    /// <summary>The posting's title; null when it is not known.</summary>
    public string? PostingTitle { get; init; }

    /// <summary>Where it stands.</summary>
    public required EffectState State { get; init; }

    /// <summary>How often it was sent or read back.</summary>
    public int Attempts { get; init; }

    /// <summary>Not to be touched before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Why it is blocked or failed; null otherwise.</summary>
    public string? Reason { get; init; }
}
