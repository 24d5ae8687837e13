namespace CiivSoft.Lever.Requests;

/// <summary>
/// Which opportunities. Filters combine with *and*, the values of one filter with *or*; null and empty mean no filter.
/// Bounds in time are inclusive. A filter takes at most <see cref="MaxValues"/> values.
/// </summary>
public sealed record OpportunityQuery
{
    /// <summary>So that the address of the request stays below 8 KB.</summary>
    public const int MaxValues = 100;

    /// <summary>Changed at or after. Adding a note does not reliably count as a change.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Changed at or before.</summary>
    public DateTimeOffset? UpdatedUntil { get; init; }

    /// <summary>Created at or after.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Created at or before.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Persons.</summary>
    public IReadOnlyList<string> ContactIds { get; init; } = [];

    /// <summary>Postings with an active application; archived candidates never appear under this filter.</summary>
    public IReadOnlyList<string> PostingIds { get; init; } = [];

    /// <summary>Postings whose application was archived.</summary>
    public IReadOnlyList<string> ArchivedPostingIds { get; init; } = [];

    /// <summary>Current stages.</summary>
    public IReadOnlyList<string> StageIds { get; init; } = [];

    /// <summary>Tags, case-sensitive.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Sources, such as our constant ones.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Only archived (true) or only active (false); null for both.</summary>
    public bool? Archived { get; init; }

    /// <summary>Only snoozed (true) or only awake (false); null for both.</summary>
    public bool? Snoozed { get; init; }

    /// <summary>An e-mail address of the person; Lever compares it in canonical form.</summary>
    public string? Email { get; init; }

    /// <summary>The default shows what every key may see.</summary>
    public LeverConfidentiality Confidentiality { get; init; }

    /// <summary>Whether applications come as records (with their posting) or as ids only. The default is records.</summary>
    public bool ExpandApplications { get; init; } = true;

    /// <summary>Never shows the e-mail address.</summary>
    public override string ToString() => nameof(OpportunityQuery);
}
