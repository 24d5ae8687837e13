namespace CiivSoft.Lever;

/// <summary>
/// A read failed for good: what could be retried has been. It carries facts and no personal data:
/// no body, no query, no key, and no inner exception whose text could hold one.
/// </summary>
public sealed class LeverException : Exception
{
    internal LeverException(LeverRoute route, LeverFailure failure, int? status = null, string? code = null)
        : base(Describe(route, failure, status, code))
    {
        Route = route;
        Failure = failure;
        Status = status;
        Code = code;
    }

    /// <summary>The call that failed, as a template without ids.</summary>
    public LeverRoute Route { get; }

    /// <summary>The way in which it failed.</summary>
    public LeverFailure Failure { get; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; }

    /// <summary>Lever's error code, for people to read: nothing may depend on it. Null when there was none.</summary>
    public string? Code { get; }

    /// <summary>How long Lever asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Lever refused a paging token: the list must begin again.</summary>
    internal bool IsInvalidOffset { get; init; }

    /// <summary>Lever itself, not something on the way to it, says that there is no such thing.</summary>
    internal bool IsNotFound { get; init; }

    /// <summary>Whether the same call may succeed later without anybody doing something.</summary>
    public bool IsTransient =>
        Failure switch
        {
            LeverFailure.Status => Status is 408 or 429 or >= 500,
            LeverFailure.TooLarge or LeverFailure.BrokenRecord => false,
            _ => true,
        };

    /// <summary>Confidential records were asked for, which takes a tick box of its own.</summary>
    internal bool IsOfConfidential { get; init; }

    /// <summary>
    /// The tick box that a refused key most likely lacks. A list may be refused for want of the call's own one too; but without
    /// those of the lists no account can be connected.
    /// </summary>
    public string Right => IsOfConfidential ? LeverRoute.ConfidentialAccess : Route.Right;

    /// <summary>401 or 403: permanent until somebody changes the key; <see cref="Right"/> names the tick box.</summary>
    public bool IsMissingRight => Status is 401 or 403;

    /// <summary>401: most likely the key was revoked.</summary>
    public bool IsUnauthorized => Status is 401;

    private static string Describe(LeverRoute route, LeverFailure failure, int? status, string? code)
    {
        var answer =
            status is null ? "no answer"
            : code is null ? $"status {status}"
            : $"status {status} {code}";
        return $"Lever: {route} failed ({failure}, {answer}).";
    }
}
