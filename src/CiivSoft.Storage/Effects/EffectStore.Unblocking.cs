using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Storage.Effects;

internal sealed partial class EffectStore
{
    public Task<int> UnblockAsync(AccountKey account, long epoch, CancellationToken cancellationToken) =>
        ChangeAsync(
            account,
            epoch,
            $"""
            UPDATE effect SET state = {(int)EffectState.Planned}, not_before = NULL, reason = NULL, held_by = 0
            WHERE account = @account AND state = {(int)EffectState.Blocked}
            """,
            new { account = account.Name },
            cancellationToken
        );

    public Task<IReadOnlyList<string>> UnblockAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> reasons,
        int most,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reasons);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return database.WriteAsync(
            async session =>
            {
                await session.RequireEpochAsync(account, epoch);
                return await session.QueryAsync<string>(
                    $"""
                    UPDATE effect SET state = {(int)EffectState.Planned}, not_before = NULL, reason = NULL, held_by = 0
                    WHERE account = @account AND effect_id IN (
                        SELECT effect_id FROM effect
                        WHERE account = @account AND state = {(int)EffectState.Blocked} AND {session.Dialect.In(
                        "reason",
                        "@reasons"
                    )}
                        ORDER BY CASE kind WHEN {(int)EffectKind.Note} THEN 0 ELSE 1 END, sequence LIMIT @most)
                    RETURNING effect_id
                    """,
                    new
                    {
                        account = account.Name,
                        reasons = session.Dialect.List(reasons),
                        most,
                    }
                );
            },
            cancellationToken
        );
    }
}
