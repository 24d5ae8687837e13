using CiivSoft.Abstractions;

namespace CiivSoft.Storage.Activity;

/// <summary>One line of the activity log: what happened, with Lever's ids, without personal data.</summary>
public sealed record ActivityRow
{
    /// <summary>Order; set by the store.</summary>
    public long Sequence { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A short word, for example <c>decided</c>, <c>lead-made</c>, <c>overtaken</c>, <c>no-resume</c>, <c>finding</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose doing; null for the account's own.</summary>
    public Solution? Solution { get; init; }

    /// <summary>The opportunity; null for none.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>The person; null for none.</summary>
    public string? ContactId { get; init; }

    /// <summary>The posting; null for none.</summary>
    public string? PostingId { get; init; }

    /// <summary>The decision; null for none.</summary>
    public string? DecisionId { get; init; }

    /// <summary>A sentence for operators.</summary>
    public required string Message { get; init; }
}
