namespace CiivSoft.Lever;

/// <summary>
/// What is known after a write was sent once. The client never repeats a write: Lever has no idempotency keys.
/// A cancelled write throws and must be treated as <see cref="Unknown"/>.
/// </summary>
public abstract record LeverWriteOutcome
{
    private LeverWriteOutcome() { }

    /// <summary>Lever did it.</summary>
    /// <param name="Id">The id of what was made (opportunity, note) or of the opportunity that was changed.</param>
    public sealed record Done(string Id) : LeverWriteOutcome;

    /// <summary>Lever surely did not do it, and will not when asked again.</summary>
    /// <param name="Kind">Whether the key lacks the right, or the request is not acceptable.</param>
    /// <param name="Status">The HTTP status, 300 to 499.</param>
    /// <param name="Code">Lever's error code, for people to read; null when there was none.</param>
    /// <param name="Route">The call that was refused; its <see cref="LeverRoute.Right"/> names the tick box.</param>
    public sealed record Refused(LeverRefusal Kind, int Status, string? Code, LeverRoute Route) : LeverWriteOutcome;

    /// <summary>Lever surely did not do it; the same request may succeed later.</summary>
    /// <param name="Status">408, 409 or 429; null when no connection came about, so that nothing was sent.</param>
    /// <param name="RetryAfter">What Lever asked to wait; null when it did not say.</param>
    public sealed record Later(int? Status, TimeSpan? RetryAfter) : LeverWriteOutcome;

    /// <summary>Lever may or may not have done it, or may still do it: read back before sending again.</summary>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="Status">The HTTP status when an answer came.</param>
    public sealed record Unknown(LeverUnknownReason Reason, int? Status) : LeverWriteOutcome;
}
