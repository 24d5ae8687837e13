using System.Globalization;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Reading;

/// <summary>What waits, what is stuck and who could not be read. Reads only.</summary>
public sealed class QueueQueries
{
    // The same words as in the index's condition: SQLite uses a partial index only then.
    private const string Open = "state IN (1, 2, 4, 5)";

    // Files that gave no text and that nobody gave up.
    private const string NotRead = "resume_status > 3 AND resume_given_up IS DISTINCT FROM coalesce(resume_id, '')";

    private readonly Database _database;

    internal QueueQueries(Database database) => _database = database;

    /// <summary>Effects of a state that somebody may have to look at, newest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="state">Sending, unknown, blocked or failed.</param>
    /// <param name="before">Sequence where the last page ended; null for the newest.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<EffectLine>> EffectsAsync(
        AccountKey account,
        EffectState state,
        long? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT e.sequence, e.effect_id, e.kind, e.solution, e.decision_id, e.contact_id, e.opportunity_id, e.posting_id,
                p.title AS posting_title, e.state, e.attempts, e.not_before, e.planned_at, e.reason
            FROM effect e
            LEFT JOIN posting p ON p.account = e.account AND p.posting_id = e.posting_id
            WHERE e.account = @account AND e.{Open} AND e.state = {((int)state).ToString(CultureInfo.InvariantCulture)}
                AND e.sequence < @before
            ORDER BY e.sequence DESC LIMIT @limit
            """;
        return _database.ReadAsync(
            session =>
                session.QueryAsync<EffectLine>(
                    sql,
                    new
                    {
                        account = account.Name,
                        before = before ?? long.MaxValue,
                        limit,
                    }
                ),
            cancellationToken
        );
    }

    /// <summary>The work that is due next, or that is put off, in the order in which it is done.</summary>
    public Task<IReadOnlyList<WorkItem>> WorkAsync(
        AccountKey account,
        bool isPutOff,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var condition = isPutOff ? "not_before > @now" : "(not_before IS NULL OR not_before <= @now)";
        return _database.ReadAsync(
            session =>
                session.QueryAsync<WorkItem>(
                    $"""
                    SELECT kind, id, priority, newest_ms, not_before, attempts, reason, version FROM work
                    WHERE account = @account AND {condition}
                    ORDER BY priority, newest_ms DESC LIMIT @limit
                    """,
                    new
                    {
                        account = account.Name,
                        now,
                        limit,
                    }
                ),
            cancellationToken
        );
    }

    /// <summary>People whose résumé could not be read, whatever the cause, and was not given up, by cause.</summary>
    /// <param name="account">The account.</param>
    /// <param name="after">Where the last page ended; null for the first.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<NotReadPerson>> NotReadAsync(
        AccountKey account,
        FileCursor? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        _database.ReadAsync(
            session =>
                session.QueryAsync<NotReadPerson>(
                    $"""
                    SELECT contact_id, resume_status, resume_id FROM contact
                    WHERE account = @account AND {NotRead} AND (resume_status, contact_id) > (@status, @contact)
                    ORDER BY resume_status, contact_id LIMIT @limit
                    """,
                    new
                    {
                        account = account.Name,
                        status = after?.Status ?? ResumeStatus.NotRead,
                        contact = after?.ContactId ?? "",
                        limit,
                    }
                ),
            cancellationToken
        );

    /// <summary>How many effects there are in each of the states that <see cref="EffectsAsync"/> lists, and how many people could not be read.</summary>
    public Task<QueueCounts> CountAsync(AccountKey account, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async session =>
                await session.SingleOrDefaultAsync<QueueCounts>(
                    $"""
                    SELECT
                        (SELECT count(*) FROM effect WHERE account = @account AND {Open} AND state = 1) AS sending,
                        (SELECT count(*) FROM effect WHERE account = @account AND {Open} AND state = 2) AS unknown,
                        (SELECT count(*) FROM effect WHERE account = @account AND {Open} AND state = 4) AS blocked,
                        (SELECT count(*) FROM effect WHERE account = @account AND {Open} AND state = 5) AS failed,
                        (SELECT count(*) FROM contact WHERE account = @account AND {NotRead}) AS not_read
                    """,
                    new { account = account.Name }
                ) ?? new QueueCounts(),
            cancellationToken
        );
}

/// <summary>Somebody whose newest résumé could not be read.</summary>
public sealed record NotReadPerson
{
    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>Why: one of those from <see cref="ResumeStatus.Unreadable"/> on.</summary>
    public required ResumeStatus ResumeStatus { get; init; }

    /// <summary>Lever's ids, <c>opportunity/resume</c>.</summary>
    public string? ResumeId { get; init; }

    /// <summary>The place of the row in the list.</summary>
    public FileCursor Cursor => new(ResumeStatus, ContactId);
}

/// <summary>How much is stuck.</summary>
public sealed record QueueCounts
{
    /// <summary>Effects being sent.</summary>
    public long Sending { get; init; }

    /// <summary>Effects whose outcome is not known; they are read back.</summary>
    public long Unknown { get; init; }

    /// <summary>Effects that wait for a right, the key or the stage.</summary>
    public long Blocked { get; init; }

    /// <summary>Effects that Lever refused.</summary>
    public long Failed { get; init; }

    /// <summary>People whose résumé could not be read.</summary>
    public long NotRead { get; init; }
}
