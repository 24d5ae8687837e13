using CiivSoft.Abstractions;

namespace CiivSoft.Storage.Reading;

/// <summary>A decision as a line of a list: no evidence, nothing personal.</summary>
public sealed record DecisionLine
{
    /// <summary>Its id.</summary>
    public required string DecisionId { get; init; }

    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>The application's opportunity; null for ARKiiVE.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>The posting compared with; null when there was none.</summary>
    public string? PostingId { get; init; }

    /// <summary>The posting's title; null when the posting is not known.</summary>
    public string? PostingTitle { get; init; }

    /// <summary>For example <c>match</c>, <c>no-match</c>, <c>lead</c>, <c>none</c>, <c>unreadable</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>0 to 1; null when nothing could be scored.</summary>
    public double? Score { get; init; }

    /// <summary>The bar; null when nothing could be scored.</summary>
    public double? Cut { get; init; }

    /// <summary>Whether it was made in shadow mode.</summary>
    public bool IsShadow { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Where a list goes on after this line.</summary>
    public TimeCursor Cursor => new(DecidedAt.ToUnixTimeMilliseconds(), DecisionId);
}
