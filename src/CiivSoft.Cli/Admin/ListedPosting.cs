namespace CiivSoft.Cli.Admin;

/// <summary>A posting of the account.</summary>
internal sealed record ListedPosting(
    string PostingId,
    string Title,
    string State,
    bool IsOpen,
    string? Location,
    DateTimeOffset CreatedAt,
    DateTimeOffset? OpenedAt
);
