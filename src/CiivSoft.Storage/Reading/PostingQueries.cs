using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;

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

    /// <summary>What recruiters made of our leads on a posting, as the last scan saw them.</summary>
    public async Task<LeadFeedback> FeedbackAsync(
        AccountKey account,
        string postingId,
        CancellationToken cancellationToken
    ) =>
        await _database.ReadAsync(
            session =>
                session.SingleOrDefaultAsync<LeadFeedback>(
                    $"""
                    SELECT count(*) AS leads,
                        count(*) FILTER (WHERE is_marked_not_useful) AS tagged,
                        count(*) FILTER (WHERE NOT is_marked_not_useful AND archived_at_ms IS NOT NULL AND stage_id LIKE 'lead-%'
                            AND NOT EXISTS (
                                SELECT 1 FROM effect e
                                WHERE e.account = o.account AND e.kind = {(int)EffectKind.Withdraw}
                                    AND e.subject = o.opportunity_id AND e.state = {(int)EffectState.Done})) AS archived
                    FROM opportunity o
                    WHERE account = @account AND posting_id = @postingId AND lead_of IS NOT NULL AND deleted_at_ms IS NULL
                    """,
                    new { account = account.Name, postingId }
                ),
            cancellationToken
        ) ?? new LeadFeedback();

    private static string Literal(string text) =>
        text.Trim()
            .Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal);
}

/// <summary>What recruiters said of our leads on a posting.</summary>
public sealed record LeadFeedback
{
    /// <summary>Leads of ARKiiVE and REFiiNE, converted or not.</summary>
    public long Leads { get; init; }

    /// <summary>Those with the tag <c>CiiVSOFT not useful</c>.</summary>
    public long Tagged { get; init; }

    /// <summary>Those without it that a person archived while they still were leads; what undo archived is not among them.</summary>
    public long Archived { get; init; }
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
