using System.Runtime.CompilerServices;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Effects;

internal sealed partial class EffectStore
{
    private const int StreamPage = 1000;

    public async Task<EffectRow?> FindAsync(AccountKey account, string effectId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session =>
                ReadAsync(
                    session,
                    account,
                    $"SELECT sequence, {EffectSql.Columns}, payload_box FROM effect WHERE account = @account AND effect_id = @effectId",
                    new { account = account.Name, effectId }
                ),
            cancellationToken
        );
        return rows.SingleOrDefault().Row;
    }

    public async Task<IReadOnlyList<EffectRow>> NextAsync(
        AccountKey account,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) =>
        ParentsFirst(
            await database.ReadAsync(
                session =>
                    ReadAsync(
                        session,
                        account,
                        EffectSql.Next,
                        new
                        {
                            account = account.Name,
                            now,
                            limit,
                        }
                    ),
                cancellationToken
            )
        );

    public async Task<IReadOnlyList<EffectRow>> OfDecisionsAsync(
        AccountKey account,
        IReadOnlyCollection<string> decisionIds,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(decisionIds);
        var rows = await database.ReadAsync(
            session =>
                ReadAsync(
                    session,
                    account,
                    $"""
                    SELECT sequence, {EffectSql.Columns}, payload_box FROM effect
                    WHERE account = @account AND {session.Dialect.In("decision_id", "@ids")}
                    """,
                    new { account = account.Name, ids = session.Dialect.List(decisionIds) }
                ),
            cancellationToken
        );
        return rows.OrderBy(row => row.Sequence).Select(row => row.Row).ToList();
    }

    public async IAsyncEnumerable<EffectRow> StreamAsync(
        AccountKey account,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // In pages, so that a slow reader holds neither a connection nor, on SQLite, the write-ahead log.
        var after = 0L;
        int count;
        do
        {
            var page = await database.ReadAsync(
                session =>
                    ReadAsync(
                        session,
                        account,
                        $"""
                        SELECT sequence, {EffectSql.Columns}, NULL AS payload_box FROM effect
                        WHERE account = @account AND sequence > @after ORDER BY sequence LIMIT {StreamPage}
                        """,
                        new { account = account.Name, after }
                    ),
                cancellationToken
            );
            foreach (var (sequence, row) in page)
            {
                after = sequence;
                yield return row;
            }

            count = page.Count;
        } while (count == StreamPage);
    }

    public async Task<IReadOnlyDictionary<(EffectKind Kind, EffectState State), long>> CountAsync(
        AccountKey account,
        CancellationToken cancellationToken
    )
    {
        var groups = await database.ReadAsync(
            session =>
                session.QueryAsync<Group>(
                    "SELECT kind, state, count(*) AS effects FROM effect WHERE account = @account GROUP BY kind, state",
                    new { account = account.Name }
                ),
            cancellationToken
        );
        return groups.ToDictionary(group => (group.Kind, group.State), group => group.Effects);
    }

    public Task<DateTimeOffset?> NextDueAsync(AccountKey account, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
                await session.ScalarAsync<long?>(EffectSql.NextDue, new { account = account.Name }) is { } due
                    ? DateTimeOffset.FromUnixTimeMilliseconds(due)
                    : (DateTimeOffset?)null,
            cancellationToken
        );

    public async Task<int> CountLeadsAsync(
        AccountKey account,
        Solution solution,
        string postingId,
        CancellationToken cancellationToken
    ) =>
        (int)
            await database.ReadAsync(
                session =>
                    session.ScalarAsync<long>(
                        $"""
                        SELECT count(*) FROM effect
                        WHERE account = @account AND posting_id = @postingId AND kind = {(int)EffectKind.Lead}
                            AND solution = @solution AND state NOT IN (5, 6, 7)
                        """,
                        new
                        {
                            account = account.Name,
                            postingId,
                            solution,
                        }
                    ),
                cancellationToken
            );

    public async Task<IReadOnlySet<string>> KnownRefsAsync(
        AccountKey account,
        IReadOnlyCollection<string> refs,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(refs);
        var known = await database.ReadAsync(
            session =>
                session.QueryAsync<string>(
                    $"SELECT ref FROM effect WHERE account = @account AND {session.Dialect.In("ref", "@refs")}",
                    new { account = account.Name, refs = session.Dialect.List(refs) }
                ),
            cancellationToken
        );
        return known.ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<Sequenced>> ReadAsync(
        Session session,
        AccountKey account,
        string sql,
        object parameters
    ) =>
        await session.QueryAsync<long, EffectRow, byte[]?, Sequenced>(
            sql,
            (sequence, row, box) =>
                new Sequenced(
                    sequence,
                    box is null
                        ? row
                        : row with
                        {
                            PayloadJson = texts.Open(box, Places.Payload(account, row.EffectId)),
                        }
                ),
            splitOn: "effect_id,payload_box",
            parameters
        );

    private readonly record struct Sequenced(long Sequence, EffectRow Row);

    private sealed class Group
    {
        public EffectKind Kind { get; set; }

        public EffectState State { get; set; }

        public long Effects { get; set; }
    }
}
