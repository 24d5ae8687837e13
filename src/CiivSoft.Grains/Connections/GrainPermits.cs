using CiivSoft.Abstractions.Accounts;
using CiivSoft.Lever;

namespace CiivSoft.Grains.Connections;

/// <summary>Takes permits from the account grain, wherever in the cluster it is.</summary>
internal sealed class GrainPermits(IAccountGrain account, TimeProvider clock) : ILeverPermits
{
    // So long it may take until a silo that died is declared dead and its accounts are awake elsewhere. What was begun here goes on
    // then, instead of being read again from its beginning.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    public async ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken)
    {
        var request = new PermitRequest(Urgency(priority));
        while (await ReserveAsync(request, cancellationToken) is { Granted: false } answer)
        {
            await Task.Delay(answer.Wait, clock, cancellationToken);
        }
    }

    private async Task<PermitAnswer> ReserveAsync(PermitRequest request, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await account.ReservePermitAsync(request);
            }
            catch (Exception silent)
                when (silent is OrleansException or TimeoutException && clock.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    public async ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken) =>
        await account.NoticeAsync(AccountNotice.RateLimited);

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
