using System.Collections.Concurrent;

namespace CiivSoft.Lever.Tests.Support;

/// <summary>Permits without end, counted.</summary>
internal sealed class TestPermits : ILeverPermits
{
    private readonly ConcurrentQueue<LeverPriority> _taken = new();
    private readonly ConcurrentQueue<TimeSpan?> _reported = new();
    private readonly ConcurrentQueue<TimeSpan> _answered = new();

    public IReadOnlyList<LeverPriority> Taken => [.. _taken];

    /// <summary>The Retry-After of each 429.</summary>
    public IReadOnlyList<TimeSpan?> Reported => [.. _reported];

    /// <summary>How long each answer took.</summary>
    public IReadOnlyList<TimeSpan> Answered => [.. _answered];

    public ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _taken.Enqueue(priority);
        return ValueTask.CompletedTask;
    }

    public ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        _reported.Enqueue(retryAfter);
        return ValueTask.CompletedTask;
    }

    public void ReportAnswered(TimeSpan took) => _answered.Enqueue(took);
}
