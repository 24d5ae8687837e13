using System.Runtime.CompilerServices;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Reading;

/// <summary>The activity log, newest first. Reads only.</summary>
public sealed class ActivityQueries
{
    private const int StreamPage = 1000;

    private readonly Database _database;

    internal ActivityQueries(Database database) => _database = database;

    /// <summary>A page of lines.</summary>
    /// <param name="account">The account.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">Sequence where the last page ended; null for the newest.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<ActivityRow>> PageAsync(
        AccountKey account,
        ActivityFilter filter,
        long? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        var sql = $"""
            SELECT sequence, at, kind, solution, opportunity_id, contact_id, posting_id, decision_id, message FROM activity
            WHERE account = @account AND sequence < @before{Conditions(filter)}
            ORDER BY sequence DESC LIMIT @limit
            """;
        return _database.ReadAsync(
            session =>
                session.QueryAsync<ActivityRow>(
                    sql,
                    new
                    {
                        account = account.Name,
                        before = before ?? long.MaxValue,
                        filter.Kind,
                        filter.Solution,
                        filter.PostingId,
                        filter.ContactId,
                        limit,
                    }
                ),
            cancellationToken
        );
    }

    /// <summary>All lines, for an export; in pages, so that a slow reader holds no connection.</summary>
    public async IAsyncEnumerable<ActivityRow> StreamAsync(
        AccountKey account,
        ActivityFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        long? before = null;
        int count;
        do
        {
            var page = await PageAsync(account, filter, before, StreamPage, cancellationToken);
            foreach (var row in page)
            {
                before = row.Sequence;
                yield return row;
            }

            count = page.Count;
        } while (count == StreamPage);
    }

    private static string Conditions(ActivityFilter filter) =>
        (filter.Kind is null ? "" : " AND kind = @Kind")
        + (filter.Solution is null ? "" : " AND solution = @Solution")
        + (filter.PostingId is null ? "" : " AND posting_id = @PostingId")
        + (filter.ContactId is null ? "" : " AND contact_id = @ContactId");
}
