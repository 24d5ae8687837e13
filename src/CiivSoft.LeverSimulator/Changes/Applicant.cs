using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Changes;

/// <summary>Somebody who fills in the form of a posting.</summary>
internal sealed record Applicant
{
    /// <summary>Used when no contact has one of its addresses.</summary>
    public required Contact Contact { get; init; }

    public string? OpportunityId { get; init; }

    /// <summary><c>applied</c> or <c>internal</c>.</summary>
    public string Origin { get; init; } = "applied";

    public string Source { get; init; } = "Job site";

    public string? Company { get; init; }

    public string? Comments { get; init; }

    public JsonElement? CustomQuestions { get; init; }

    /// <summary>Null for now.</summary>
    public long? CreatedAt { get; init; }

    public OpportunityDocuments Documents { get; init; } = OpportunityDocuments.Empty;
}
