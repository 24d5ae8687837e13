namespace CiivSoft.Cli.Admin;

/// <summary>Why one opportunity stands where it stands.</summary>
internal sealed record OpportunityExplanation(
    ExplainedOpportunity Opportunity,
    IReadOnlyList<ExplainedDecision> Decisions
);
