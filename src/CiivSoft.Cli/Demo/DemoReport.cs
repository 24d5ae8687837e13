namespace CiivSoft.Cli.Demo;

/// <summary>The demo as one JSON document.</summary>
/// <param name="Succeeded">Whether each solution did something and nothing failed.</param>
/// <param name="Seconds">From the start of the programs to this document.</param>
/// <param name="People">People in the account.</param>
/// <param name="OpenPostings">Open postings in the account.</param>
/// <param name="Counts">All that was done.</param>
/// <param name="FirstRun">What was done before anything arrived.</param>
/// <param name="Arrived">What arrived while it ran.</param>
/// <param name="Links">Where to look.</param>
/// <param name="Decisions">Each decision in words.</param>
internal sealed record DemoReport(
    bool Succeeded,
    double Seconds,
    long People,
    long OpenPostings,
    DemoCounts Counts,
    DemoCounts FirstRun,
    ArrivedCounts Arrived,
    DemoLinks Links,
    IReadOnlyList<ReportedDecision> Decisions
)
{
    public static IReadOnlyList<ReportedDecision> Tell(IEnumerable<DemoLine> lines) =>
        [
            .. lines.Select(l => new ReportedDecision(
                Explanations.Wording.Name(l.Solution),
                l.Who,
                l.Posting,
                l.AppliedFor,
                l.Verdict,
                l.Outcome,
                l.Reasons,
                l.Note,
                l.OpportunityId
            )),
        ];
}

/// <summary>What arrived while the demo ran, and how much of it was decided.</summary>
internal sealed record ArrivedCounts(int Postings, int Applications, int PostingsHandled, int ApplicationsHandled)
{
    public bool IsAllHandled =>
        Postings > 0 && Postings == PostingsHandled && Applications > 0 && Applications == ApplicationsHandled;
}

/// <summary>A decision in words.</summary>
internal sealed record ReportedDecision(
    string Solution,
    string Who,
    string? Posting,
    string? AppliedFor,
    string Verdict,
    string Outcome,
    IReadOnlyList<string> Reasons,
    string? Note,
    string? OpportunityId
);
