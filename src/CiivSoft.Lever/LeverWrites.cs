using CiivSoft.Lever.Json;
using CiivSoft.Lever.Transport;

namespace CiivSoft.Lever;

/// <summary>Sends a write once and says what is known about it.</summary>
internal sealed class LeverWrites(LeverTransport transport, LeverConnection connection, LeverOptions options)
{
    private readonly ExchangeLimits _limits = new(options.WriteTimeout, options.MaxAnswerBytes, IsDownload: false);

    /// <param name="call">The call without the acting user, which is added here.</param>
    /// <param name="expectedId">The id that the answer must name; null when Lever gives it.</param>
    /// <param name="priority">What the call is for.</param>
    /// <param name="cancellationToken">Ends the wait; the write may have been sent.</param>
    public async Task<LeverWriteOutcome> SendAsync(
        LeverCall call,
        string? expectedId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var acting = call.With("perform_as", connection.ServiceUserId);
        return Judge(call.Route, await transport.SendAsync(acting, priority, _limits, cancellationToken), expectedId);
    }

    /// <summary>
    /// The status alone decides what was not done, even when the rest of the answer was lost.
    /// Whatever leaves a doubt is unknown.
    /// </summary>
    internal static LeverWriteOutcome Judge(LeverRoute route, LeverAnswer answer, string? expectedId) =>
        answer switch
        {
            { Status: 401 or 403 } => Refused(route, answer, LeverRefusal.MissingRight),
            { Status: 408 or 409 or 429 } => new LeverWriteOutcome.Later(answer.Status, answer.RetryAfter),
            { Status: >= 300 and <= 499 } => Refused(route, answer, LeverRefusal.Rejected),
            { Status: >= 500 } => new LeverWriteOutcome.Unknown(LeverUnknownReason.ServerError, answer.Status),
            { Fault: LeverFault.NotSent } => new LeverWriteOutcome.Later(Status: null, RetryAfter: null),
            { Fault: LeverFault.Timeout } => Unknown(LeverUnknownReason.Timeout, answer),
            { Fault: LeverFault.ConnectionLost } => Unknown(LeverUnknownReason.ConnectionLost, answer),
            { IsSuccess: true } => Done(route, answer, expectedId),
            _ => Unknown(LeverUnknownReason.UnreadableAnswer, answer),
        };

    private static LeverWriteOutcome Done(LeverRoute route, LeverAnswer answer, string? expectedId)
    {
        var id = LeverDocument.TryReadWrittenId(route, answer);
        return id is not null && (expectedId is null || id.Equals(expectedId, StringComparison.Ordinal))
            ? new LeverWriteOutcome.Done(id)
            : Unknown(LeverUnknownReason.UnreadableAnswer, answer);
    }

    private static LeverWriteOutcome.Refused Refused(LeverRoute route, LeverAnswer answer, LeverRefusal kind) =>
        new(kind, answer.Status.GetValueOrDefault(), LeverError.CodeOf(answer), route);

    private static LeverWriteOutcome.Unknown Unknown(LeverUnknownReason reason, LeverAnswer answer) =>
        new(reason, answer.Status);
}
