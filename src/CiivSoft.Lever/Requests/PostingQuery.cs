namespace CiivSoft.Lever.Requests;

/// <summary>Which postings. Lever allows no other filter beside these two; state and creation time are filtered by the caller.</summary>
public sealed record PostingQuery
{
    /// <summary>Changed at or after this moment; null for all.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>The default shows what every key may see.</summary>
    public LeverConfidentiality Confidentiality { get; init; }
}
