namespace CiivSoft.Storage.Requirements;

/// <summary>One version of what people made of a posting's requirements.</summary>
public sealed record RequirementEditRow
{
    /// <summary>The posting.</summary>
    public required string PostingId { get; init; }

    /// <summary>1 for the first edit, and one more with each.</summary>
    public required int Version { get; init; }

    /// <summary>Who.</summary>
    public required string EditedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset EditedAt { get; init; }

    /// <summary>Hash of the posting's title and text as they were then.</summary>
    public required string PostingHash { get; init; }

    /// <summary>What changed, for people.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole list as JSON; null where it went back to the draft.</summary>
    public string? ListJson { get; init; }
}
