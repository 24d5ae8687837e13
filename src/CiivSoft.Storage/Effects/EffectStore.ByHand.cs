using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Storage.Effects;

/// <summary>What an operator decides about effects that are stuck.</summary>
internal sealed partial class EffectStore
{
    // Refused or blocked, and a note only while its text is there: that of an erased person is not.
    private const string RetryChosen = """
        UPDATE effect SET state = 0, not_before = NULL, reason = NULL, held_by = 0, settled_at = NULL
        WHERE account = @account AND state IN (4, 5) AND (kind <> 2 OR payload_box IS NOT NULL) AND {0}
        """;

    // What was cancelled only because what it belongs to was not done. A person may have been erased since.
    private const string RetryChildren = """
        UPDATE effect SET state = 0, reason = NULL, settled_at = NULL
        WHERE account = @account AND state = 7 AND payload_box IS NOT NULL AND {0} AND EXISTS (
            SELECT 1 FROM effect p WHERE p.account = effect.account AND p.effect_id = effect.parent_id AND p.state = 0)
        """;

    private const string GiveUp = """
        UPDATE effect SET state = 7, settled_at = @now, held_by = 0, reason = 'given up by an operator'
        WHERE account = @account AND state IN (0, 4) AND {0}
        RETURNING effect_id
        """;

    public Task<int> RetryAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> effectIds,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            async session =>
            {
                await session.RequireEpochAsync(account, epoch);
                var parameters = new { account = account.Name, ids = session.Dialect.List(effectIds) };
                var retried = await session.ExecuteAsync(
                    Where(RetryChosen, session.Dialect.In("effect_id", "@ids")),
                    parameters
                );
                await session.ExecuteAsync(Where(RetryChildren, session.Dialect.In("parent_id", "@ids")), parameters);
                return retried;
            },
            cancellationToken
        );

    public Task<int> GiveUpAsync(
        AccountKey account,
        long epoch,
        DateTimeOffset now,
        IReadOnlyCollection<string> effectIds,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            async session =>
            {
                await session.RequireEpochAsync(account, epoch);
                var given = await session.QueryAsync<string>(
                    Where(GiveUp, session.Dialect.In("effect_id", "@ids")),
                    new
                    {
                        account = account.Name,
                        ids = session.Dialect.List(effectIds),
                        now,
                    }
                );
                await session.PassOnAsync(account, given.ToList(), now);
                return given.Count;
            },
            cancellationToken
        );

    private static string Where(string statement, string condition) =>
        statement.Replace("{0}", condition, StringComparison.Ordinal);
}
