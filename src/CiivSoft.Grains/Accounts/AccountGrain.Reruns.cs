using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Grains.Rerunning;
using CiivSoft.Grains.Scans;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Accounts;

/// <summary>Decides again what an operator asks for.</summary>
internal sealed partial class AccountGrain
{
    // Of one posting at once; more are asked for by their opportunities.
    private const int RerunsAtMost = 10_000;

    public async Task<RerunAnswer> RerunAsync(RerunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireConnected();
        var answer = request switch
        {
            { OpportunityId: { } opportunity, PostingId: null } => await PlanRerunsAsync(
                [opportunity],
                cancellationToken
            ),
            { OpportunityId: null, PostingId: { } posting } => await PlanRerunsOfPostingAsync(
                posting,
                cancellationToken
            ),
            _ => throw new ArgumentException("A rerun names an opportunity or a posting.", nameof(request)),
        };
        var work = answer.Work;
        if (!request.IsDryRun && work.Count > 0)
        {
            await _services.Work.AddAsync(_account.Key, work, cancellationToken);
            _workDueAt = _account.Now;
        }

        return answer.Answer;
    }

    private async Task<(RerunAnswer Answer, IReadOnlyList<WorkItem> Work)> PlanRerunsOfPostingAsync(
        string postingId,
        CancellationToken cancellationToken
    )
    {
        var posting = await _services.Mirror.FindPostingAsync(_account.Key, postingId, cancellationToken);
        if (posting is not { IsOpen: true })
        {
            var reason = posting is null ? "No scan has seen this posting." : "The posting is not open.";
            return (new RerunAnswer([], RunsArkiive: false, [new RerunSkip(postingId, reason)]), []);
        }

        var decided = await _services.Lines.PageAsync(
            _account.Key,
            new DecisionFilter { PostingId = postingId, Solution = Solution.Fiilter },
            before: null,
            RerunsAtMost,
            cancellationToken
        );
        var (answer, work) = await PlanRerunsAsync(
            [.. decided.Select(d => d.OpportunityId).OfType<string>().Distinct(StringComparer.Ordinal)],
            cancellationToken
        );
        return (
            answer with
            {
                RunsArkiive = true,
            },
            [.. work, ScanPlanner.RunFor(postingId, _account.Now, ArkiiveCauses.OnDemand)]
        );
    }

    private async Task<(RerunAnswer Answer, IReadOnlyList<WorkItem> Work)> PlanRerunsAsync(
        ImmutableArray<string> opportunityIds,
        CancellationToken cancellationToken
    )
    {
        var known = await _services.Mirror.FindOpportunitiesAsync(_account.Key, opportunityIds, cancellationToken);
        var postings = (await _services.Mirror.ListPostingsAsync(_account.Key, cancellationToken))
            .Where(p => p.IsOpen)
            .ToDictionary(p => p.PostingId, StringComparer.Ordinal);
        var applications = known.Values.Select(o => o.ApplicationId).OfType<string>().ToList();
        var decided = (await _services.Decisions.OfApplicationsAsync(_account.Key, applications, cancellationToken))
            .Select(d => d.Subject)
            .ToHashSet(StringComparer.Ordinal);
        var work = new List<WorkItem>();
        var taken = ImmutableArray.CreateBuilder<string>();
        var skipped = ImmutableArray.CreateBuilder<RerunSkip>();
        foreach (var id in opportunityIds)
        {
            if (Refusal(known.GetValueOrDefault(id)) is { } reason)
            {
                skipped.Add(new RerunSkip(id, reason));
                continue;
            }

            taken.Add(id);
            work.Add(RerunItem.Of(known[id], known[id].ApplicationId!, _account.Now)); // Refused when it has none.
        }

        return (new RerunAnswer(taken.ToImmutable(), RunsArkiive: false, skipped.ToImmutable()), work);

        string? Refusal(OpportunityRow? row) =>
            row is null ? "No scan has seen this opportunity."
            : RerunFinder.Refusal(row, postings.GetValueOrDefault, _account.State.Settings) is { } refusal ? refusal
            : decided.Contains(row.ApplicationId ?? "") ? null
            : "It was not decided yet; that happens by itself.";
    }
}
