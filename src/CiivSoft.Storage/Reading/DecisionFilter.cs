using CiivSoft.Abstractions;

namespace CiivSoft.Storage.Reading;

/// <summary>Which decisions to list.</summary>
public sealed record DecisionFilter
{
    /// <summary>Null for all.</summary>
    public Solution? Solution { get; init; }

    /// <summary>For example <c>match</c>; null for all.</summary>
    public string? Verdict { get; init; }

    /// <summary>Lever's id of the posting; null for all.</summary>
    public string? PostingId { get; init; }

    /// <summary>Lever's id of the contact; null for all.</summary>
    public string? ContactId { get; init; }
}
