using CiivSoft.Abstractions;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Explanations;

namespace CiivSoft.Cli.Demo;

/// <summary>Everything decided so far, with the names of people and postings.</summary>
internal sealed class DemoBook(DemoSite site, string account)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private Dictionary<string, ExplainedDecision> _fiilter = new(StringComparer.Ordinal);

    public IReadOnlyList<ExplainedDecision> Decisions { get; private set; } = [];

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        Decisions = await site.Api.ListDecisionsAsync(account, DateTimeOffset.UnixEpoch, cancellationToken);
        _fiilter = Decisions
            .Where(d => d is { Solution: Solution.Fiilter, OpportunityId: not null })
            .GroupBy(d => d.OpportunityId ?? "", StringComparer.Ordinal)
            .ToDictionary(again => again.Key, again => again.MaxBy(d => d.DecidedAt)!, StringComparer.Ordinal);
        if (Decisions.Any(d => !_names.ContainsKey(d.ContactId)))
        {
            _names = await site.World.ListNamesAsync(cancellationToken);
        }

        if (Decisions.Any(d => d.PostingId is { } posting && !_titles.ContainsKey(posting)))
        {
            var postings = await site.Api.ListPostingsAsync(account, cancellationToken);
            _titles = postings.ToDictionary(p => p.PostingId, p => p.Title, StringComparer.Ordinal);
        }
    }

    /// <summary>Decisions whose effects are settled and that were not taken before, oldest first.</summary>
    public IReadOnlyList<DemoLine> TakeNews() =>
        [.. Decisions.Where(d => !d.Effects.Any(DemoCounts.IsPending) && _told.Add(d.DecisionId)).Select(LineOf)];

    public IReadOnlyList<DemoLine> Lines() => [.. Decisions.Select(LineOf)];

    public string TitleOf(string posting) => _titles.GetValueOrDefault(posting, posting);

    private DemoLine LineOf(ExplainedDecision decision) =>
        new(
            decision.Solution,
            _names.GetValueOrDefault(decision.ContactId, "somebody"),
            decision.PostingId is { } posting ? TitleOf(posting) : null,
            AppliedFor(decision),
            decision.Verdict,
            Wording.Outcome(decision),
            Wording.Reasons(decision),
            decision.Effects.FirstOrDefault(e => e is { Kind: "Note", Note: not null })?.Note,
            decision.Effects.Select(e => e.ResultId ?? e.OpportunityId).FirstOrDefault(id => id is not null)
                ?? decision.OpportunityId
        );

    private string? AppliedFor(ExplainedDecision decision) =>
        decision is { Solution: Solution.Refiine, OpportunityId: { } opportunity }
        && _fiilter.TryGetValue(opportunity, out var earlier)
        && earlier.PostingId is { } posting
            ? TitleOf(posting)
            : null;
}

/// <summary>A decision as the demo tells it.</summary>
/// <param name="Solution">Who decided.</param>
/// <param name="Who">The (made-up) person.</param>
/// <param name="Posting">The posting it is about; null for none.</param>
/// <param name="AppliedFor">For REFiiNE the posting applied for; null otherwise.</param>
/// <param name="Verdict">As stored.</param>
/// <param name="Outcome">In words.</param>
/// <param name="Reasons">The strongest reasons.</param>
/// <param name="Note">The note in Lever; null when there is none.</param>
/// <param name="OpportunityId">Where to look in Lever.</param>
internal sealed record DemoLine(
    Solution Solution,
    string Who,
    string? Posting,
    string? AppliedFor,
    string Verdict,
    string Outcome,
    IReadOnlyList<string> Reasons,
    string? Note,
    string? OpportunityId
);
