using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Storage.Reading;

/// <summary>Applications of an account, past and present. Reads only.</summary>
public sealed class ApplicationQueries
{
    private readonly Database _database;

    internal ApplicationQueries(Database database) => _database = database;

    /// <summary>
    /// Opportunities with an application to a posting, in the order of their ids: not deleted, not anonymised, and none of our own
    /// leads.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<OpportunityRow>> PageAsync(
        AccountKey account,
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        _database.ReadAsync(
            session =>
                session.QueryAsync<OpportunityRow>(
                    $"""
                    SELECT {MirrorWriting.OpportunityColumns} FROM opportunity
                    WHERE account = @account AND opportunity_id > @after AND application_id IS NOT NULL
                        AND posting_id IS NOT NULL AND deleted_at_ms IS NULL AND lead_of IS NULL
                    ORDER BY opportunity_id LIMIT @limit
                    """,
                    new
                    {
                        account = account.Name,
                        after = after ?? "",
                        limit,
                    }
                ),
            cancellationToken
        );
}
