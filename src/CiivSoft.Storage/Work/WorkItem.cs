namespace CiivSoft.Storage.Work;

/// <summary>Something of an account that waits to be looked at: a contact or a posting.</summary>
/// <remarks>
/// There is one row for each (kind, id). Adding it again raises its priority if the new one is more urgent, takes the
/// earlier <see cref="NotBefore"/>, and raises <see cref="Version"/>, so that work which arrives while the item is in
/// hand is not lost when it is finished.
/// </remarks>
public sealed record WorkItem
{
    /// <summary>What the id names.</summary>
    public required WorkKind Kind { get; init; }

    /// <summary>Lever's id of the contact or the posting; of a rerun <c>contact/application</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Lower comes first.</summary>
    public required WorkPriority Priority { get; init; }

    /// <summary>Within a priority the newest comes first: milliseconds of what caused it, by Lever's clock.</summary>
    public required long NewestMs { get; init; }

    /// <summary>Not to be begun before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often it was postponed after a failure.</summary>
    public int Attempts { get; init; }

    /// <summary>Why it was postponed, without personal data; null when it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The trace that it was queued in, as a W3C <c>traceparent</c>; null when nobody traced. The store sets it from the
    /// current activity where it is null.
    /// </summary>
    public string? Trace { get; init; }

    /// <summary>Set by the store.</summary>
    public long Version { get; init; }
}

/// <summary>What a work item names.</summary>
public enum WorkKind
{
    /// <summary>Read the person's résumé if needed and decide the applications that wait.</summary>
    Contact = 0,

    /// <summary>Run ARKiiVE for the posting.</summary>
    Posting = 1,

    /// <summary>Decide one application of the person again.</summary>
    Rerun = 2,
}

/// <summary>The order of work: new applications overtake new postings, and both the backlog.</summary>
public enum WorkPriority
{
    /// <summary>An application waits for a decision.</summary>
    NewApplication = 0,

    /// <summary>A posting opened.</summary>
    NewPosting = 1,

    /// <summary>Somebody who is already in the account, for the first synchronisation.</summary>
    Backfill = 2,
}
