using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Lever;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Accounts;

/// <summary>Between queued work and the orders that grains get.</summary>
internal static class WorkItems
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>The queued item that an order stands for.</summary>
    public static WorkItem Of(WorkKind kind, string id, WorkOrder order) =>
        new()
        {
            Kind = kind,
            Id = id,
            Priority = PriorityOf(order.Urgency),
            NewestMs = 0,
            Attempts = order.Attempts,
            Version = order.WorkVersion,
        };

    /// <summary>Doubles from 5 seconds to 10 minutes.</summary>
    public static TimeSpan Backoff(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>What the account has to know of a failed read.</summary>
    public static WorkOutcome Trouble(LeverException failure) =>
        WorkOutcome.Nothing with
        {
            Trouble =
                failure.IsUnauthorized ? WorkTrouble.KeyRefused
                : failure.IsMissingRight ? WorkTrouble.MissingRight
                : WorkTrouble.LeverUnavailable,
            MissingRight = failure.IsMissingRight && !failure.IsUnauthorized ? failure.Right : null,
        };

    public static CallUrgency UrgencyOf(WorkPriority priority) =>
        priority switch
        {
            WorkPriority.NewApplication => CallUrgency.NewApplication,
            WorkPriority.NewPosting => CallUrgency.NewPosting,
            _ => CallUrgency.Backfill,
        };

    private static WorkPriority PriorityOf(CallUrgency urgency) =>
        urgency switch
        {
            CallUrgency.Effect or CallUrgency.NewApplication => WorkPriority.NewApplication,
            CallUrgency.NewPosting => WorkPriority.NewPosting,
            _ => WorkPriority.Backfill,
        };
}
