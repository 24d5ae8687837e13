namespace CiivSoft.Cli.Admin;

/// <summary>Something written to Lever, or to be written.</summary>
internal sealed record ExplainedEffect(
    string Kind,
    string Target,
    string State,
    string? OpportunityId,
    string? Ref,
    string? ResultId,
    string? Reason,
    DateTimeOffset PlannedAt,
    DateTimeOffset? SettledAt,
    string? Note
);
