namespace CiivSoft.Storage.Mirror;

/// <summary>What we keep of one of Lever's postings.</summary>
public sealed record PostingRow
{
    /// <summary>Lever's id.</summary>
    public required string PostingId { get; init; }

    /// <summary>Lever's <c>text</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Lever's state, for example <c>published</c>.</summary>
    public required string State { get; init; }

    /// <summary>State <c>published</c> or <c>internal</c>.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Confidential in Lever.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null when Lever has none.</summary>
    public string? Country { get; init; }

    /// <summary>Lever's category location; null when none.</summary>
    public string? Location { get; init; }

    /// <summary>Lever's workplaceType is <c>remote</c>.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Plain text that is compared: description, lists and closing. May be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Hash of title and text.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Milliseconds since the epoch, by Lever's clock.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Milliseconds since the epoch; null when Lever gives none.</summary>
    public long? UpdatedAtMs { get; init; }

    /// <summary>When we first saw it open, for example after connecting; null when it never was.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Link to the posting in Lever; null for drafts and closed ones.</summary>
    public Uri? Url { get; init; }
}
