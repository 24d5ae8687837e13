using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Changes;

/// <summary>An opportunity to be made of a contact that exists; everything in it was checked.</summary>
internal sealed record NewOpportunity
{
    /// <summary>Null makes one.</summary>
    public string? Id { get; init; }

    public required int ContactNumber { get; init; }

    public Posting? Posting { get; init; }

    public required string StageId { get; init; }

    public string Origin { get; init; } = "sourced";

    public string? OwnerId { get; init; }

    /// <summary>Who makes it; null when the candidate applied.</summary>
    public string? UserId { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> Sources { get; init; } = [];

    public ImmutableArray<string> Followers { get; init; } = [];

    public required long CreatedAt { get; init; }

    /// <summary>Null for a few milliseconds from now; seeded ones were last touched in the past.</summary>
    public long? UpdatedAt { get; init; }

    public Archived? Archived { get; init; }

    public bool IsConfidential { get; init; }

    public OpportunityDocuments Documents { get; init; } = OpportunityDocuments.Empty;

    /// <summary>What an applicant filled in; the rest of the application is made. Null for one that a user adds.</summary>
    public Application? Application { get; init; }
}
