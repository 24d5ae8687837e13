using CiivSoft.Lever;

namespace CiivSoft.Grains.Accounts;

/// <summary>For a write whose permit was taken before the read that it rests on.</summary>
internal sealed class PrepaidPermits(AccountPermits permits) : ILeverPermits
{
    public ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken) =>
        permits.ReportTooManyRequestsAsync(retryAfter, cancellationToken);

    public void ReportAnswered(TimeSpan took) => permits.ReportAnswered(took);
}
