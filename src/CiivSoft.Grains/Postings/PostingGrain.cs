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
internal sealed class PostingGrain(ArkiiveWork work, IDecisionStore decisions) : Grain, IPostingGrain
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

    public async Task<PostingStatus> GetStatusAsync()
    {
        var key = PostingKey.Parse(this.GetPrimaryKeyString());
        var runs = await decisions.RunsAsync(key.Account, key.PostingId, CancellationToken.None);
        return new PostingStatus(runs.Count, runs is [.., var last] ? last.DecidedAt : null, runs.Sum(r => r.Leads));
    }
}
