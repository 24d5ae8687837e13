using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.World;

/// <summary>What a list of opportunities is narrowed to. Values of one filter are alternatives, filters are all to hold.</summary>
internal sealed record OpportunityQuery
{
    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> Origins { get; init; } = [];

    public ImmutableArray<string> Sources { get; init; } = [];

    public ImmutableArray<string> StageIds { get; init; } = [];

    /// <summary>With an active application on one of these postings.</summary>
    public ImmutableArray<string> PostingIds { get; init; } = [];

    /// <summary>With an archived application on one of these postings.</summary>
    public ImmutableArray<string> ArchivedPostingIds { get; init; } = [];

    public ImmutableArray<string> ArchiveReasonIds { get; init; } = [];

    public ImmutableArray<string> ContactIds { get; init; } = [];

    public ImmutableArray<string> Locations { get; init; } = [];

    public string? Email { get; init; }

    public bool? IsArchived { get; init; }

    public bool? IsSnoozed { get; init; }

    /// <summary>Null for all.</summary>
    public bool? IsConfidential { get; init; }

    public TimeRange Created { get; init; }

    public TimeRange Updated { get; init; }

    public TimeRange Advanced { get; init; }

    public TimeRange ArchivedAt { get; init; }
}
