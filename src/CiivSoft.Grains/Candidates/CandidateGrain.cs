using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Rerunning;
using CiivSoft.Lever;
using CiivSoft.Storage.Work;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Grains.Candidates;

/// <summary>
/// A person. Keeps no state of its own in memory: what is known and decided is in our tables, where a unique key makes a
/// second decision impossible even while two activations exist.
/// </summary>
[GrainType("candidate")]
internal sealed partial class CandidateGrain(
    CandidateWork work,
    IWorkStore queue,
    TimeProvider clock,
    ILogger<CandidateGrain> logger
) : Grain, ICandidateGrain
{
    /// <summary>
    /// Somewhat less than the caller waits for an answer. The client alone would repeat slow reads for longer than that; the grain
    /// gives up before its caller does, so that both agree on what became of the work.
    /// </summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(75);

    public async Task<WorkOutcome> ProcessAsync(WorkOrder order, CancellationToken cancellationToken)
    {
        var key = CandidateKey.Parse(this.GetPrimaryKeyString());
        var item = order.RerunOf is { } application
            ? WorkItems.Of(WorkKind.Rerun, RerunItem.IdOf(key.ContactId, application), order)
            : WorkItems.Of(WorkKind.Contact, key.ContactId, order);
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var outcome = await work.ProcessAsync(key, item, order, either.Token);
            if (outcome.PlannedEffects > 0)
            {
                await GrainFactory
                    .GetGrain<IAccountGrain>(key.Account.ToString())
                    .NoticeAsync(AccountNotice.EffectsPlanned);
            }

            return outcome;
        }
        catch (LeverException failure)
        {
            LogPostponed(key, failure.Route.ToString(), failure.Status);
            var until = clock.GetUtcNow() + WorkItems.Backoff(item.Attempts);
            await queue.PostponeAsync(key.Account, item, until, failure.Message, cancellationToken);
            return WorkItems.Trouble(failure);
        }
        catch (OperationCanceledException)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogTooSlow(key, Limit);
            var until = clock.GetUtcNow() + WorkItems.Backoff(item.Attempts);
            await queue.PostponeAsync(key.Account, item, until, "Lever was too slow.", cancellationToken);
            return WorkOutcome.Nothing with { Trouble = WorkTrouble.LeverUnavailable };
        }
    }

    [LoggerMessage(LogLevel.Information, "{Candidate} is postponed: reading it took longer than {Limit}")]
    private partial void LogTooSlow(CandidateKey candidate, TimeSpan limit);

    [LoggerMessage(LogLevel.Information, "{Candidate} is postponed: {Route} answered {Status}")]
    private partial void LogPostponed(CandidateKey candidate, string route, int? status);
}
