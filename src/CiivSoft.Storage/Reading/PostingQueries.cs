using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Reading;

/// <summary>Postings as the pages show them. Reads only.</summary>
public sealed class PostingQueries
{
    private readonly Database _database;

    internal PostingQueries(Database database) => _database = database;

    /// <summary>A page of postings: open ones first, then by title.</summary>
    /// <param name="account">The account.</param>
    /// <param name="contains">Part of the title, without regard to case; null for all.</param>
    /// <param name="offset">Rows to leave out.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<PostingLine>> PageAsync(
        AccountKey account,
        string? contains,
        int offset,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var condition = string.IsNullOrWhiteSpace(contains)
            ? ""
            : " AND lower(p.title) LIKE lower(@pattern) ESCAPE '!'";
        return _database.ReadAsync(
            session =>
                session.QueryAsync<PostingLine>(
                    $"""
                    SELECT p.posting_id, p.title, p.state, p.is_open, p.location, p.opened_at, r.runs, r.leads, r.last_run_at
                    FROM posting p
                    LEFT JOIN (
                        SELECT posting_id, count(*) AS runs, sum(leads) AS leads, max(decided_at) AS last_run_at
                        FROM arkiive_run WHERE account = @account GROUP BY posting_id
                    ) r ON r.posting_id = p.posting_id
                    WHERE p.account = @account{condition}
                    ORDER BY p.is_open DESC, lower(p.title), p.posting_id LIMIT @limit OFFSET @offset
                    """,
                    new
                    {
                        account = account.Name,
                        pattern = $"%{Literal(contains ?? "")}%",
                        offset,
                        limit,
                    }
                ),
            cancellationToken
        );
    }

    private static string Literal(string text) =>
        text.Trim()
            .Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal);
}

/// <summary>A posting as a line of a list.</summary>
public sealed record PostingLine
{
    /// <summary>Lever's id.</summary>
    public required string PostingId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Lever's state.</summary>
    public required string State { get; init; }

    /// <summary>Published or internal.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Null when Lever has none.</summary>
    public string? Location { get; init; }

    /// <summary>When it was first seen open; null when it never was.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>ARKiiVE's runs; null when there was none.</summary>
    public long? Runs { get; init; }

    /// <summary>Leads that those runs planned; null when there was none.</summary>
    public long? Leads { get; init; }

    /// <summary>The last run; null when there was none.</summary>
    public DateTimeOffset? LastRunAt { get; init; }
}
