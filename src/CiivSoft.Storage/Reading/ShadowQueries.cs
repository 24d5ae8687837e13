using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Storage.Reading;

/// <summary>What was decided in shadow. Reads only, and nothing personal.</summary>
public sealed class ShadowQueries
{
    private readonly Database _database;

    internal ShadowQueries(Database database) => _database = database;

    /// <summary>The newest decision of each subject, where it was made in shadow, oldest first.</summary>
    public Task<IReadOnlyList<ShadowDecision>> DecisionsAsync(
        AccountKey account,
        CancellationToken cancellationToken
    ) =>
        _database.ReadAsync(
            session =>
                session.QueryAsync<ShadowDecision>(
                    """
                    SELECT decision_id, solution, verdict, score, cut, contact_id, opportunity_id, posting_id, decided_at
                    FROM decision d
                    WHERE account = @account AND is_shadow AND NOT EXISTS (
                        SELECT 1 FROM decision n WHERE n.account = d.account AND n.solution = d.solution
                            AND n.subject = d.subject AND n.generation > d.generation)
                    ORDER BY decided_at, decision_id
                    """,
                    new { account = account.Name }
                ),
            cancellationToken
        );

    /// <summary>Moves and leads that were decided in shadow and never released, in the order in which they would be written.</summary>
    public Task<IReadOnlyList<EffectRow>> EffectsAsync(AccountKey account, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            session =>
                session.QueryAsync<EffectRow>(
                    $"""
                    SELECT {EffectSql.Columns} FROM effect
                    WHERE account = @account AND state = {(int)EffectState.Shadow} AND kind IN (0, 1) ORDER BY sequence
                    """,
                    new { account = account.Name }
                ),
            cancellationToken
        );

    /// <summary>How many postings ARKiiVE searched for.</summary>
    public Task<int> CountSearchedPostingsAsync(AccountKey account, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async session =>
                (int)
                    await session.ScalarAsync<long>(
                        "SELECT count(DISTINCT posting_id) FROM arkiive_run WHERE account = @account",
                        new { account = account.Name }
                    ),
            cancellationToken
        );
}

/// <summary>A decision without its evidence.</summary>
public sealed record ShadowDecision
{
    /// <summary>The decision.</summary>
    public required string DecisionId { get; init; }

    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>As stored.</summary>
    public required string Verdict { get; init; }

    /// <summary>Null when nothing was scored.</summary>
    public double? Score { get; init; }

    /// <summary>The bar.</summary>
    public double? Cut { get; init; }

    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>The application; null for ARKiiVE.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>The posting.</summary>
    public string? PostingId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }
}
