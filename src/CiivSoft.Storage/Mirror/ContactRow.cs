namespace CiivSoft.Storage.Mirror;

/// <summary>What we keep of a person (Lever's contact). What is personal is one encrypted field.</summary>
public sealed record ContactRow
{
    /// <summary>Lever's id of the contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>
    /// Equal for duplicate contacts of one person: a keyed hash of the canonical e-mail (trimmed, lower case); the
    /// contact id when no e-mail is known.
    /// </summary>
    public required string PersonKey { get; init; }

    /// <summary>
    /// Names, e-mails, phones and places that Lever knows, for redaction; opaque JSON. Personal: encrypted at rest, erased
    /// with the person; null when erased. A scan that brings another value replaces it.
    /// </summary>
    public required string? PersonJson { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of where the person lives; null when unknown.</summary>
    public string? Country { get; init; }

    /// <summary>Whether the résumé says the person is willing to relocate.</summary>
    public bool WillingToRelocate { get; init; }

    /// <summary>How far reading the newest résumé got.</summary>
    public ResumeStatus ResumeStatus { get; init; }

    /// <summary>Lever's ids of the opportunity and the résumé that was read last, as <c>opportunity/resume</c>; null before.</summary>
    public string? ResumeId { get; init; }

    /// <summary>Hash of the text that is scored; null when none is readable.</summary>
    public string? ResumeHash { get; init; }

    /// <summary>
    /// Which opportunities were looked through for a résumé, and how their résumés seemed to stand then: while this is the same,
    /// another look finds nothing new. Opaque; null before the first look.
    /// </summary>
    public string? ResumeLook { get; init; }

    /// <summary>Until when a missing or still processed résumé is waited for; null when nothing is waited for.</summary>
    public DateTimeOffset? WaitUntil { get; init; }
}

/// <summary>How far reading a person's résumé got. Unreadable never means rejected.</summary>
public enum ResumeStatus
{
    /// <summary>Not looked at yet.</summary>
    NotRead = 0,

    /// <summary>Lever has none yet or is still processing it; looked at again until <see cref="ContactRow.WaitUntil"/>.</summary>
    Waiting = 1,

    /// <summary>Text is stored.</summary>
    Read = 2,

    /// <summary>There is none.</summary>
    None = 3,

    /// <summary>There is one that could not be read (damaged, of an unknown kind).</summary>
    Unreadable = 4,

    /// <summary>It is a scan without a text layer.</summary>
    NeedsOcr = 5,

    /// <summary>Lever itself could not process the file, and does not give it out.</summary>
    NotProcessed = 6,

    /// <summary>The file is larger than is opened.</summary>
    TooLarge = 7,

    /// <summary>The file looks dangerous and was not opened.</summary>
    Quarantined = 8,

    /// <summary>A password is needed to open the file.</summary>
    Encrypted = 9,
}
