namespace CiivSoft.Lever;

/// <summary>The right to send one request under an API key. Lever counts requests for each key, so all users of a key share one.</summary>
public interface ILeverPermits
{
    /// <summary>
    /// Waits until one request may be sent. The client asks before every attempt, so that its retries count too.
    /// What this throws reaches the caller of the client unchanged, and nothing has been sent.
    /// </summary>
    ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken);

    /// <summary>Lever answered 429 although a permit was taken: somebody else uses the key, or the limit is lower than believed.</summary>
    /// <param name="retryAfter">What Lever asked for; null when it did not say (the usual case).</param>
    /// <param name="cancellationToken">Ends the report.</param>
    ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken);

    /// <summary>Lever answered a request, whatever it said: so long it took until the answer was read. By default nobody asks.</summary>
    void ReportAnswered(TimeSpan took) { }
}
