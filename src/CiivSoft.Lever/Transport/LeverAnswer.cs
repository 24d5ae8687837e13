namespace CiivSoft.Lever.Transport;

/// <summary>What one attempt brought: an answer with a status, or the way in which none came.</summary>
internal sealed record LeverAnswer
{
    public LeverFault Fault { get; init; }

    /// <summary>Null when no answer began to arrive.</summary>
    public int? Status { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? MediaType { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a 3xx points to, absolute.</summary>
    public Uri? Location { get; init; }

    public bool IsSuccess => Fault == LeverFault.None && Status is >= 200 and <= 299;

    /// <summary>The status and fault only: bodies are personal data.</summary>
    public override string ToString() => $"{Status} {Fault}";
}

/// <summary>Why an attempt brought no complete answer.</summary>
internal enum LeverFault
{
    None = 0,

    /// <summary>No connection: nothing was sent.</summary>
    NotSent = 1,

    /// <summary>The connection broke on the way.</summary>
    ConnectionLost = 2,

    Timeout = 3,

    /// <summary>The body is larger than allowed.</summary>
    TooLarge = 4,
}
