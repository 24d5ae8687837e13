using CiivSoft.Abstractions;

namespace CiivSoft.Storage.Reading;

/// <summary>Which lines of the activity log to list.</summary>
public sealed record ActivityFilter
{
    /// <summary>For example <c>decided</c>; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Null for all, the account's own included.</summary>
    public Solution? Solution { get; init; }

    /// <summary>Lever's id of the posting; null for all.</summary>
    public string? PostingId { get; init; }

    /// <summary>Lever's id of the contact; null for all.</summary>
    public string? ContactId { get; init; }
}
