using CiivSoft.LeverSimulator.Changes;

namespace CiivSoft.LeverSimulator.History;

/// <summary>A line of the history. Times are milliseconds; those without "Real" are the world's.</summary>
internal sealed record HistoryEntry
{
    /// <summary>From 1, without gaps; for what changed something, the order of the changes.</summary>
    public long Seq { get; init; }

    /// <summary><c>request</c>, <c>commit</c> (the late effect of a request that was answered by nothing) or <c>act</c> (administration).</summary>
    public required string Kind { get; init; }

    /// <summary>For a commit, the request's number.</summary>
    public long? Of { get; init; }

    public required long ReceivedAt { get; init; }

    public required long ReceivedAtReal { get; init; }

    /// <summary>Null when nothing was carried out.</summary>
    public long? CommittedAt { get; init; }

    public long? CommittedAtReal { get; init; }

    public string? Key { get; init; }

    public required string Method { get; init; }

    /// <summary>Without <c>/v1</c>; for an act its kind.</summary>
    public required string Path { get; init; }

    /// <summary>Method and template, for counting; null when the path is none of Lever's.</summary>
    public string? Route { get; init; }

    public string? Query { get; init; }

    /// <summary>JSON; of forms the fields without files.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The status sent or, when the answer was lost, that would have been sent; null when the request got nowhere.</summary>
    public int? Status { get; init; }

    /// <summary>Of <see cref="Faults.FaultNames"/>.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether the client got no answer.</summary>
    public bool IsAnswerLost { get; init; }

    public IReadOnlyList<Effect> Effects { get; init; } = [];
}
