using CiivSoft.Lever;

namespace CiivSoft.Simulation.Planted;

/// <summary>Bugs of the limiter, the HTTP stack, the settings and the grain's state.</summary>
internal static class OtherBugs
{
    public static IReadOnlyList<Bug> All { get; } =
    [
        new("no-limiter", "Nobody waits for a permit.") { Permits = _ => new Unlimited() },
        new("post-repeated", "The HTTP stack sends a POST again when no answer came.") { RepeatsPosts = true },
        new("short-grace", "The grace period is shorter than Lever takes.") { Grace = TimeSpan.FromSeconds(2) },
        new("no-etag", "The grain's state is written whatever another activation wrote.") { IgnoresEtags = true },
    ];

    private sealed class Unlimited : ILeverPermits
    {
        public ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;
    }
}
