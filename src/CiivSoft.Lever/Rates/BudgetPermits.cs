namespace CiivSoft.Lever.Rates;

/// <summary>The permits of a budget for users in one process. For a cluster, the account grain owns the budget instead.</summary>
public sealed class BudgetPermits(RateBudget budget, TimeProvider time) : ILeverPermits
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public async ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken)
    {
        while (Reserve(priority) is { IsGranted: false } reservation)
        {
            await Task.Delay(reservation.AskAgainAfter, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            budget.OnTooManyRequests(retryAfter);
        }

        return ValueTask.CompletedTask;
    }

    private RateReservation Reserve(LeverPriority priority)
    {
        lock (_gate)
        {
            return budget.Reserve(priority);
        }
    }
}
