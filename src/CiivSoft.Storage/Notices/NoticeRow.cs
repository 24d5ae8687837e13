using CiivSoft.Abstractions.Notifications;

namespace CiivSoft.Storage.Notices;

/// <summary>A message that is owed to operators by one way. It is committed before it is sent.</summary>
public sealed record NoticeRow
{
    /// <summary>Of the occurrence: planning it twice is planning it once, and receivers tell repeats by it.</summary>
    public required string NoticeId { get; init; }

    /// <summary>The way out.</summary>
    public required NoticeChannel Channel { get; init; }

    /// <summary>The document's type.</summary>
    public required string Type { get; init; }

    /// <summary>The document as JSON; nothing personal.</summary>
    public required string Body { get; init; }

    /// <summary>Where it stands.</summary>
    public NoticeState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Not to be tried before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was taken, or given up; null before.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Why the last attempt failed; null when none did.</summary>
    public string? Reason { get; init; }
}

/// <summary>Where a message stands.</summary>
public enum NoticeState
{
    /// <summary>Not taken yet.</summary>
    Waiting = 0,

    /// <summary>The other side took it. Final.</summary>
    Sent = 1,

    /// <summary>Nobody took it for days, or the receiver is gone. Final.</summary>
    GivenUp = 2,
}
