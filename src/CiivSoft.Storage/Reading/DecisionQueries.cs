using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Reading;

/// <summary>Decisions as the pages show them. Reads only.</summary>
public sealed class DecisionQueries
{
    private readonly Database _database;
    private readonly TextBox _texts;

    internal DecisionQueries(Database database, TextBox texts)
    {
        _database = database;
        _texts = texts;
    }

    /// <summary>
    /// A page of decisions, newest first. It is found by the place where the last one ended, not by counting, so that the
    /// last page costs what the first does.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">Where the last page ended; null for the newest.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<DecisionLine>> PageAsync(
        AccountKey account,
        DecisionFilter filter,
        TimeCursor? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        var sql = $"""
            SELECT d.decision_id, d.solution, d.contact_id, d.opportunity_id, d.posting_id, p.title AS posting_title,
                d.verdict, d.score, d.cut, d.is_shadow, d.decided_at
            FROM (
                SELECT decision_id, decided_at FROM decision
                WHERE account = @account{Conditions(filter, before)}
                ORDER BY decided_at DESC, decision_id DESC LIMIT @limit
            ) page
            JOIN decision d ON d.account = @account AND d.decision_id = page.decision_id
            LEFT JOIN posting p ON p.account = @account AND p.posting_id = d.posting_id
            ORDER BY page.decided_at DESC, page.decision_id DESC
            """;
        return _database.ReadAsync(
            session =>
                session.QueryAsync<DecisionLine>(
                    sql,
                    new
                    {
                        account = account.Name,
                        filter.Solution,
                        filter.Verdict,
                        filter.PostingId,
                        filter.ContactId,
                        beforeAt = before?.At ?? 0,
                        beforeId = before?.Id ?? "",
                        limit,
                    }
                ),
            cancellationToken
        );
    }

    /// <summary>One decision with its evidence; null when the account has none of this id.</summary>
    public async Task<DecisionRow?> FindAsync(
        AccountKey account,
        string decisionId,
        CancellationToken cancellationToken
    )
    {
        var rows = await _database.ReadAsync(
            session =>
                session.QueryAsync<DecisionRow, byte[]?, DecisionRow>(
                    $"""
                    SELECT {DecisionWriting.Columns}, evidence_box FROM decision
                    WHERE account = @account AND decision_id = @decisionId
                    """,
                    (row, box) =>
                        box is null
                            ? row
                            : row with
                            {
                                EvidenceJson = _texts.Open(box, Places.Evidence(account, row.DecisionId)),
                            },
                    splitOn: "evidence_box",
                    new { account = account.Name, decisionId }
                ),
            cancellationToken
        );
        return rows.SingleOrDefault();
    }

    /// <summary>Where the note with this Ref comes from; null when no account has it.</summary>
    /// <param name="reference">The note's last line, <c>CVS-…</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<NotedDecision?> FindByRefAsync(string reference, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            session =>
                session.SingleOrDefaultAsync<NotedDecision>(
                    "SELECT account, decision_id FROM effect WHERE ref = @reference LIMIT 1",
                    new { reference }
                ),
            cancellationToken
        );

    /// <summary>How many were decided in a span of time, by solution and verdict.</summary>
    /// <param name="account">The account.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<VerdictCount>> CountAsync(
        AccountKey account,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) =>
        _database.ReadAsync(
            session =>
                session.QueryAsync<VerdictCount>(
                    """
                    SELECT solution, verdict, is_shadow, count(*) AS decisions FROM decision
                    WHERE account = @account AND decided_at >= @from AND decided_at < @to
                    GROUP BY solution, verdict, is_shadow
                    """,
                    new
                    {
                        account = account.Name,
                        from,
                        to,
                    }
                ),
            cancellationToken
        );

    private static string Conditions(DecisionFilter filter, TimeCursor? before) =>
        (filter.Solution is null ? "" : " AND solution = @Solution")
        + (filter.Verdict is null ? "" : " AND verdict = @Verdict")
        + (filter.PostingId is null ? "" : " AND posting_id = @PostingId")
        + (filter.ContactId is null ? "" : " AND contact_id = @ContactId")
        + (before is null ? "" : " AND (decided_at, decision_id) < (@beforeAt, @beforeId)");
}

/// <summary>The decision that a note belongs to.</summary>
public sealed record NotedDecision
{
    /// <summary>Name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>The decision.</summary>
    public required string DecisionId { get; init; }
}

/// <summary>How many decisions came out one way.</summary>
public sealed record VerdictCount
{
    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>As stored.</summary>
    public required string Verdict { get; init; }

    /// <summary>Made in shadow mode.</summary>
    public bool IsShadow { get; init; }

    /// <summary>How many.</summary>
    public long Decisions { get; init; }
}
