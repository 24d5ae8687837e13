using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Lever;

namespace CiivSoft.Grains.Connections;

/// <summary>Takes permits from the account grain, wherever in the cluster it is.</summary>
internal sealed class GrainPermits(AccountKey key, IGrainFactory grains, TimeProvider clock) : ILeverPermits
{
    private readonly IAccountGrain _account = grains.GetGrain<IAccountGrain>(key.ToString());

    public async ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken)
    {
        var request = new PermitRequest(Urgency(priority));
        while (await _account.ReservePermitAsync(request) is { Granted: false } answer)
        {
            await Task.Delay(answer.Wait, clock, cancellationToken);
        }
    }

    public async ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken) =>
        await _account.NoticeAsync(AccountNotice.RateLimited);

    /// <summary>The queue that a wish stands in.</summary>
    public static LeverPriority PriorityOf(CallUrgency urgency) =>
        urgency switch
        {
            CallUrgency.Effect => LeverPriority.Effect,
            CallUrgency.NewApplication => LeverPriority.NewApplication,
            CallUrgency.NewPosting => LeverPriority.NewPosting,
            _ => LeverPriority.Backfill,
        };

    // Only the account grain itself scans.
    private static CallUrgency Urgency(LeverPriority priority) =>
        priority switch
        {
            LeverPriority.Effect => CallUrgency.Effect,
            LeverPriority.Scan or LeverPriority.NewApplication => CallUrgency.NewApplication,
            LeverPriority.NewPosting => CallUrgency.NewPosting,
            _ => CallUrgency.Backfill,
        };
}
