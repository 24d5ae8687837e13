using CiivSoft.Abstractions;

namespace CiivSoft.Storage.Effects;

/// <summary>Something we owe Lever. It is committed as planned before anything is sent.</summary>
public sealed record EffectRow
{
    /// <summary>Hash of (account, kind, subject, target), which are unique together.</summary>
    public required string EffectId { get; init; }

    /// <summary>What is written.</summary>
    public required EffectKind Kind { get; init; }

    /// <summary>Move, tag, restore and withdraw: the opportunity. Lead: the contact. Note: the decision.</summary>
    public required string Subject { get; init; }

    /// <summary>Move: <c>screened</c>. Restore: <c>new-applicant</c>. Withdraw: <c>withdrawn</c>. Lead: the posting. Tag: the tag. Note: which note of the decision, for example <c>lead</c>.</summary>
    public required string Target { get; init; }

    /// <summary>The decision that asked for it.</summary>
    public required string DecisionId { get; init; }

    /// <summary>The effect that must be done first (a note follows its move or lead); null for none.</summary>
    public string? ParentId { get; init; }

    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>The posting it is about; null when it is about none.</summary>
    public string? PostingId { get; init; }

    /// <summary>The opportunity written to; null until the lead it belongs to exists.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>For a note: its last line, <c>CVS-…</c>; null otherwise.</summary>
    public string? Ref { get; init; }

    /// <summary>What to write, as JSON: a note's text. Personal, encrypted at rest, erased with the person; null when nothing is needed.</summary>
    public string? PayloadJson { get; init; }

    /// <summary>Where it stands.</summary>
    public required EffectState State { get; init; }

    /// <summary>How often it was sent or read back.</summary>
    public int Attempts { get; init; }

    /// <summary>How often in a row a read back found it surely absent; 0 unless <see cref="EffectState.Unknown"/>.</summary>
    public int AbsentReads { get; init; }

    /// <summary>Not to be touched before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The epoch that last claimed it; 0 when none did.</summary>
    public long Epoch { get; init; }

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>
    /// When it was last claimed for sending or, once its outcome is unknown, when it may have been sent at the latest;
    /// null when it never was.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The trace of its decision, as a W3C <c>traceparent</c>; null when nobody traced.</summary>
    public string? Trace { get; init; }

    /// <summary>
    /// When what was decided on was to be seen in Lever, by Lever's clock; null for the backlog and for what stands for
    /// another effect. Set by the store, from the work item that the decision finished.
    /// </summary>
    public DateTimeOffset? CausedAt { get; init; }

    /// <summary>When it reached a final state; null before.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Lever's id of what was made: the lead's opportunity, the note; null when nothing was.</summary>
    public string? ResultId { get; init; }

    /// <summary>Why it is blocked, failed, overtaken or cancelled, without personal data; null otherwise.</summary>
    public string? Reason { get; init; }
}

/// <summary>What an effect writes. Only undo's kinds move back and archive; there is none that rejects or deletes.</summary>
public enum EffectKind
{
    /// <summary>Moves an opportunity to the stage CiiVSOFT SCREENED.</summary>
    Move = 0,

    /// <summary>Makes a person a lead of a posting.</summary>
    Lead = 1,

    /// <summary>Adds a note to an opportunity.</summary>
    Note = 2,

    /// <summary>Adds a constant tag to an opportunity.</summary>
    Tag = 3,

    /// <summary>Undo: moves an opportunity that we moved back to New applicant. Its parent is the move.</summary>
    Restore = 4,

    /// <summary>Undo: archives a lead that we made. Its parent is the lead.</summary>
    Withdraw = 5,
}

/// <summary>Where an effect stands.</summary>
public enum EffectState
{
    /// <summary>Committed, not sent.</summary>
    Planned = 0,

    /// <summary>Claimed by an epoch; it may have been sent.</summary>
    Sending = 1,

    /// <summary>Sent without a usable answer: read back before anything else.</summary>
    Unknown = 2,

    /// <summary>Lever has it. Final.</summary>
    Done = 3,

    /// <summary>A right, the key, the stage or notes are missing; planned again when they are back.</summary>
    Blocked = 4,

    /// <summary>Lever refused it. Final.</summary>
    Failed = 5,

    /// <summary>A person was faster. Final.</summary>
    Overtaken = 6,

    /// <summary>No longer wanted: its parent was not done, the person was erased. Final.</summary>
    Cancelled = 7,

    /// <summary>Would have been written; the account is in shadow mode.</summary>
    Shadow = 8,
}
