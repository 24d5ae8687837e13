using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Storage.Reading;

/// <summary>What was done in Lever and may be undone, with how far that is. Reads only.</summary>
public sealed class UndoQueries
{
    // Done moves and leads, and people who were recommended in place of a lead.
    private const string Actions = """
        SELECT a.effect_id, a.kind, a.solution, a.decision_id, a.contact_id, a.subject, a.target, a.posting_id,
            coalesce(a.opportunity_id, a.result_id) AS opportunity_id, a.settled_at AS done_at,
            u.effect_id AS undo_id, u.state AS undo_state, u.reason AS undo_reason
        FROM effect a
        LEFT JOIN effect u ON u.account = a.account AND u.parent_id = a.effect_id AND u.kind IN (4, 5)
        WHERE a.account = @account AND a.state = 3 AND (a.kind IN (0, 1) OR a.kind = 2 AND a.target = 'recommended')
        """;

    // A note belongs to the move or lead above it; the note of an undo to what was undone.
    private const string OfAction = """
        a.effect_id IN (
            SELECT r.effect_id FROM effect r WHERE r.account = @account AND (r.effect_id = @action OR r.ref = @action)
            UNION SELECT r.parent_id FROM effect r WHERE r.account = @account AND (r.effect_id = @action OR r.ref = @action)
            UNION SELECT p.parent_id FROM effect r JOIN effect p ON p.account = r.account AND p.effect_id = r.parent_id
                WHERE r.account = @account AND (r.effect_id = @action OR r.ref = @action))
        """;

    private const string OfArkiiveRun = """
        a.decision_id IN (
            SELECT d.decision_id FROM decision d
            JOIN arkiive_run r ON r.account = d.account AND r.posting_id = d.posting_id AND r.decided_at = d.decided_at
            WHERE d.account = @account AND d.posting_id = @postingId AND d.solution = 0 AND r.run = @run)
        """;

    private const string OfScan = """
        a.decision_id IN (
            SELECT d.decision_id FROM decision d WHERE d.account = @account AND d.decided_at >= @from AND d.decided_at < @until)
        """;

    private readonly Database _database;

    internal UndoQueries(Database database) => _database = database;

    /// <summary>What a scope covers, oldest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="scope">An action, a posting or a run.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The scope names nothing, more than one thing, or no run.</exception>
    public Task<IReadOnlyList<UndoRow>> ListAsync(
        AccountKey account,
        UndoScope scope,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        return _database.ReadAsync(
            async session =>
            {
                var (condition, parameters) = await ConditionAsync(session, account, scope, limit);
                return await session.QueryAsync<UndoRow>(
                    $"{Actions} AND {condition} ORDER BY a.sequence LIMIT @limit",
                    parameters
                );
            },
            cancellationToken
        );
    }

    /// <summary>These actions, as far as there are such.</summary>
    public Task<IReadOnlyList<UndoRow>> FindAsync(
        AccountKey account,
        IReadOnlyCollection<string> actionIds,
        CancellationToken cancellationToken
    ) =>
        _database.ReadAsync(
            session =>
                session.QueryAsync<UndoRow>(
                    $"{Actions} AND {session.Dialect.In("a.effect_id", "@ids")} ORDER BY a.sequence",
                    new { account = account.Name, ids = session.Dialect.List(actionIds) }
                ),
            cancellationToken
        );

    /// <summary>Whether an undo, or its note, is planned or unknown: it is performed even while the account is paused.</summary>
    public Task<bool> IsOwedAsync(AccountKey account, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async session =>
                await session.ScalarAsync<long>(
                    """
                    SELECT count(*) FROM effect
                    WHERE account = @account AND state IN (0, 2) AND (kind IN (4, 5) OR kind = 2 AND target = 'undone')
                    """,
                    new { account = account.Name }
                ) > 0,
            cancellationToken
        );

    /// <summary>When our own tags were last put on an opportunity; null when none was.</summary>
    public Task<DateTimeOffset?> TaggedAtAsync(
        AccountKey account,
        string opportunityId,
        CancellationToken cancellationToken
    ) =>
        _database.ReadAsync(
            async session =>
                await session.ScalarAsync<long?>(
                    "SELECT max(settled_at) FROM effect WHERE account = @account AND kind = 3 AND subject = @opportunityId AND state = 3",
                    new { account = account.Name, opportunityId }
                )
                    is { } ms
                    ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
                    : (DateTimeOffset?)null,
            cancellationToken
        );

    /// <summary>The newest runs, newest first: of ARKiiVE those that led to leads, and scans that found changes.</summary>
    public async Task<IReadOnlyList<UndoRun>> RunsAsync(
        AccountKey account,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var parameters = new
        {
            account = account.Name,
            limit,
            kind = ActivityKinds.Scan,
        };
        var arkiive = await _database.ReadAsync(
            session =>
                session.QueryAsync<ArkiiveRow>(
                    """
                    SELECT posting_id, run, decided_at, leads FROM arkiive_run
                    WHERE account = @account AND leads > 0 ORDER BY decided_at DESC LIMIT @limit
                    """,
                    parameters
                ),
            cancellationToken
        );
        var scans = await _database.ReadAsync(
            session =>
                session.QueryAsync<DateTimeOffset>(
                    "SELECT at FROM activity WHERE account = @account AND kind = @kind ORDER BY sequence DESC LIMIT @limit",
                    parameters
                ),
            cancellationToken
        );
        return
        [
            .. arkiive
                .Select(r => new UndoRun(new RunName.Arkiive(r.PostingId, r.Run).ToString(), r.DecidedAt, r.Leads))
                .Concat(scans.Select(at => new UndoRun(new RunName.Scan(at).ToString(), at, Leads: null)))
                .OrderByDescending(r => r.At)
                .Take(limit),
        ];
    }

    private static async Task<(string Condition, object Parameters)> ConditionAsync(
        Session session,
        AccountKey account,
        UndoScope scope,
        int limit
    ) =>
        scope switch
        {
            { Action: { } action, PostingId: null, Run: null } => (
                OfAction,
                new
                {
                    account = account.Name,
                    limit,
                    action = action.Trim().Split(' ')[^1],
                }
            ),
            { Action: null, PostingId: { } postingId, Run: null } => (
                "a.posting_id = @postingId",
                new
                {
                    account = account.Name,
                    limit,
                    postingId,
                }
            ),
            { Action: null, PostingId: null, Run: { } run } => RunName.Parse(run) switch
            {
                RunName.Arkiive arkiive => (
                    OfArkiiveRun,
                    new
                    {
                        account = account.Name,
                        limit,
                        postingId = arkiive.PostingId,
                        run = arkiive.Number,
                    }
                ),
                RunName.Scan scan => (
                    OfScan,
                    new
                    {
                        account = account.Name,
                        limit,
                        from = scan.StartedAt,
                        until = await NextScanAsync(session, account, scan.StartedAt),
                    }
                ),
                _ => throw new ArgumentException(
                    $"'{run}' is no run: POSTING/NUMBER for ARKiiVE, scan:TIME for a scan.",
                    nameof(scope)
                ),
            },
            _ => throw new ArgumentException("Undo covers an action, a posting or a run.", nameof(scope)),
        };

    private static async Task<long> NextScanAsync(Session session, AccountKey account, DateTimeOffset after) =>
        await session.ScalarAsync<long?>(
            "SELECT min(at) FROM activity WHERE account = @account AND kind = @kind AND at > @after",
            new
            {
                account = account.Name,
                kind = ActivityKinds.Scan,
                after,
            }
        ) ?? long.MaxValue;

    private sealed class ArkiiveRow
    {
        public string PostingId { get; set; } = "";

        public int Run { get; set; }

        public DateTimeOffset DecidedAt { get; set; }

        public int Leads { get; set; }
    }
}

/// <summary>Something that was done in Lever, and its undo.</summary>
public sealed record UndoRow
{
    /// <summary>The effect that did it.</summary>
    public required string EffectId { get; init; }

    /// <summary>Move, lead, or the note of a recommendation.</summary>
    public required EffectKind Kind { get; init; }

    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>The decision.</summary>
    public required string DecisionId { get; init; }

    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>As in <see cref="EffectRow.Subject"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>As in <see cref="EffectRow.Target"/>.</summary>
    public required string Target { get; init; }

    /// <summary>The posting.</summary>
    public string? PostingId { get; init; }

    /// <summary>The opportunity in Lever.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The effect that undoes it; null when nobody asked.</summary>
    public string? UndoId { get; init; }

    /// <summary>Where that stands.</summary>
    public EffectState? UndoState { get; init; }

    /// <summary>Why.</summary>
    public string? UndoReason { get; init; }
}

/// <summary>A run that can be undone as a whole.</summary>
/// <param name="Run">Its name, see <see cref="RunName"/>.</param>
/// <param name="At">When it was.</param>
/// <param name="Leads">Leads of an ARKiiVE run; null for a scan.</param>
public sealed record UndoRun(string Run, DateTimeOffset At, int? Leads);
