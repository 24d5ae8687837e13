namespace CiivSoft.Silo.Membership;

/// <summary>A dashboard may start before the first silo: it tries until one answers.</summary>
internal sealed partial class KeepConnecting(TimeProvider clock, ILogger<KeepConnecting> logger)
    : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        LogNotConnected(exception.Message);
        await Task.Delay(Pause, clock, cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Information, "No silo answers yet: {Reason}")]
    private partial void LogNotConnected(string reason);
}
