using CiivSoft.Abstractions;

namespace CiivSoft.Cli.Admin;

/// <summary>The opportunity asked about.</summary>
internal sealed record ExplainedOpportunity(
    string OpportunityId,
    string ContactId,
    string? PostingId,
    Solution? LeadOf,
    DateTimeOffset CreatedAt,
    bool IsArchived
);
