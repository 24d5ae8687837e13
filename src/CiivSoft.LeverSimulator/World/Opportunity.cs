using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.World;

/// <summary>
/// One candidacy of a person: the fields that lists filter and sort by. Immutable; a change makes a new one. A big world holds a
/// million, so ids of postings, stages and users and the arrays should be shared instances, and everything else stays with the
/// <see cref="IWorldSource"/> until it is asked for or changed.
/// </summary>
internal sealed record Opportunity
{
    public required EntityId Id { get; init; }

    /// <summary>The number of the contact in the world.</summary>
    public required int ContactNumber { get; init; }

    /// <summary>Null for a person who is on no posting; then there is no application either.</summary>
    public string? PostingId { get; init; }

    public required string StageId { get; init; }

    /// <summary>Null while active. Archiving archives the application too, so this stands for both.</summary>
    public Archived? Archived { get; init; }

    public bool IsConfidential { get; init; }

    public bool IsAnonymized { get; init; }

    /// <summary>All tags, those inherited from the posting included (<see cref="Posting.InheritedTags"/>), own tags first.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary><c>agency</c>, <c>applied</c>, <c>internal</c>, <c>referred</c>, <c>sourced</c> or <c>university</c>.</summary>
    public string Origin { get; init; } = "applied";

    public string? SourcedBy { get; init; }

    public string? OwnerId { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    public required long LastInteractionAt { get; init; }

    public required long LastAdvancedAt { get; init; }

    public long? SnoozedUntil { get; init; }

    /// <summary>Null as long as the source's own details hold (<see cref="IWorldSource.GetDetails"/>).</summary>
    public OpportunityDetails? Details { get; init; }

    /// <summary>Null as long as the source's own documents hold (<see cref="IWorldSource.GetDocuments"/>).</summary>
    public OpportunityDocuments? Documents { get; init; }
}

internal sealed record Archived(string Reason, long At);
