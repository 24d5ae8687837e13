using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Grains.Accounts;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Postings;

/// <summary>A posting. Its runs and leads are in our tables, unique by posting and run.</summary>
[GrainType("posting")]
internal sealed class PostingGrain(ArkiiveWork work, PostingRequirements requirements, IDecisionStore decisions)
    : Grain,
        IPostingGrain
{
    public async Task<WorkOutcome> RunArkiiveAsync(WorkOrder order, CancellationToken cancellationToken)
    {
        var key = PostingKey.Parse(this.GetPrimaryKeyString());
        var item = WorkItems.Of(WorkKind.Posting, key.PostingId, order);
        var outcome = await work.RunAsync(key, item, order, cancellationToken);
        if (outcome.PlannedEffects > 0)
        {
            await GrainFactory
                .GetGrain<IAccountGrain>(key.Account.ToString())
                .NoticeAsync(AccountNotice.EffectsPlanned);
        }

        return outcome;
    }

    // These touch nothing of the activation: a search that runs meanwhile does not hold them up.
    public Task<RequirementSheet?> GetRequirementsAsync() =>
        requirements.ReadAsync(PostingKey.Parse(this.GetPrimaryKeyString()), CancellationToken.None);

    public async Task<RequirementsAnswer?> ChangeRequirementsAsync(
        RequirementsChange change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        var key = PostingKey.Parse(this.GetPrimaryKeyString());
        var answer = await requirements.ChangeAsync(key, change, cancellationToken);
        if (answer is { Outcome: RequirementsOutcome.Changed or RequirementsOutcome.Conflict } && !change.IsDryRun)
        {
            // After a conflict too: it may be this very edit, stored by a call that then failed.
            await GrainFactory.GetGrain<IAccountGrain>(key.Account.ToString()).PostingEditedAsync(cancellationToken);
        }

        return answer;
    }

    public async Task<PostingStatus> GetStatusAsync()
    {
        var key = PostingKey.Parse(this.GetPrimaryKeyString());
        var runs = await decisions.RunsAsync(key.Account, key.PostingId, CancellationToken.None);
        return new PostingStatus(runs.Count, runs is [.., var last] ? last.DecidedAt : null, runs.Sum(r => r.Leads));
    }
}
