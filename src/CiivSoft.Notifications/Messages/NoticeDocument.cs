namespace CiivSoft.Notifications.Messages;

/// <summary>A message: what a webhook gets as JSON, and what an e-mail is written from. It holds nothing personal and no secret.</summary>
public sealed record NoticeDocument
{
    /// <summary>alert.raised, account.changed, digest.daily or test.</summary>
    public required string Type { get; init; }

    /// <summary>When what it tells of was seen, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>What it tells.</summary>
    public required NoticeData Data { get; init; }
}

/// <summary>What a message tells.</summary>
public sealed record NoticeData
{
    /// <summary>The same as the header webhook-id: of two messages with one id, one is to be dropped.</summary>
    public required string Id { get; init; }

    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>What it is about, for programs: the finding's code of an alert, for example key-refused.</summary>
    public required string Code { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>What happened and what it stops.</summary>
    public required string Message { get; init; }

    /// <summary>What to do; null when there is nothing to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>The account's page; null where the dashboard's address is not set.</summary>
    public Uri? Link { get; init; }

    /// <summary>What was changed; empty but for account.changed.</summary>
    public IReadOnlyList<NoticeChange> Changes { get; init; } = [];

    /// <summary>The day's figures; null but for digest.daily.</summary>
    public NoticeDigest? Digest { get; init; }
}

/// <summary>A value that is another one now.</summary>
/// <param name="Name">The setting, for example quotas.fiilter.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value now.</param>
public sealed record NoticeChange(string Name, string Before, string After);

/// <summary>What an account did between two digests.</summary>
public sealed record NoticeDigest
{
    /// <summary>Beginning of the time told of, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Its end.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>connected, suspect or disconnected.</summary>
    public required string Connection { get; init; }

    /// <summary>shadow or live.</summary>
    public required string Mode { get; init; }

    /// <summary>What each solution came to.</summary>
    public required IReadOnlyList<NoticeResult> Solutions { get; init; }

    /// <summary>The postings with most results, at most ten.</summary>
    public IReadOnlyList<NoticePosting> Postings { get; init; } = [];

    /// <summary>What waits, as the digest is written.</summary>
    public required NoticeWaiting Waiting { get; init; }

    /// <summary>Changes that Lever refused in that time.</summary>
    public required long Failed { get; init; }

    /// <summary>What needs a person, as the digest is written.</summary>
    public IReadOnlyList<NoticeFinding> Findings { get; init; } = [];
}

/// <summary>What a solution came to.</summary>
/// <param name="Solution">ARKiiVE, FiiLTER or REFiiNE.</param>
/// <param name="Results">Leads (ARKiiVE), applications moved on (FiiLTER), referrals (REFiiNE) that were written to Lever.</param>
/// <param name="Decided">How many people or applications it decided about.</param>
/// <param name="InShadow">How many results it would have written, but for shadow.</param>
public sealed record NoticeResult(string Solution, long Results, long Decided, long InShadow);

/// <summary>Results of a posting.</summary>
/// <param name="PostingId">Lever's id.</param>
/// <param name="Title">Its title; null for a confidential one.</param>
/// <param name="Results">Moves and leads.</param>
public sealed record NoticePosting(string PostingId, string? Title, long Results);

/// <summary>What waits.</summary>
/// <param name="Applications">People with applications to decide about.</param>
/// <param name="Postings">ARKiiVE runs.</param>
/// <param name="People">People of the first synchronisation.</param>
/// <param name="Blocked">Changes that wait for a right, the stage or the key.</param>
/// <param name="ForQuota">Changes that wait for the next day.</param>
public sealed record NoticeWaiting(long Applications, long Postings, long People, long Blocked, long ForQuota);

/// <summary>What needs a person.</summary>
/// <param name="Code">As in alerts.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record NoticeFinding(string Code, string Message, string Remedy);
