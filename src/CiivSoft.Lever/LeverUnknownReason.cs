namespace CiivSoft.Lever;

/// <summary>Why it is not known whether a write happened.</summary>
public enum LeverUnknownReason
{
    /// <summary>No complete answer within <c>Lever:WriteTimeout</c>.</summary>
    Timeout = 0,

    /// <summary>The connection broke after the request had begun to go out.</summary>
    ConnectionLost = 1,

    /// <summary>A 5xx.</summary>
    ServerError = 2,

    /// <summary>A success whose body does not say what was done.</summary>
    UnreadableAnswer = 3,
}
