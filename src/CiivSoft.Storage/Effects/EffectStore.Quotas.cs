using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Effects;

internal sealed partial class EffectStore
{
    // Without notes (2) in the words of the index, then by kind.
    public Task<IReadOnlyList<CountedEffect>> WrittenSinceAsync(
        AccountKey account,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<CountedEffect>(
                    $"""
                    SELECT effect_id, solution, posting_id FROM effect
                    WHERE account = @account AND sent_at IS NOT NULL AND kind <> 2 AND sent_at >= @since
                        AND kind IN ({(int)EffectKind.Move}, {(int)EffectKind.Lead}, {(int)EffectKind.Tag})
                        AND state IN ({(int)EffectState.Unknown}, {(int)EffectState.Done})
                    """,
                    new { account = account.Name, since }
                ),
            cancellationToken
        );

    public Task<long> CountWaitingAsync(AccountKey account, string reason, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.ScalarAsync<long>(
                    $"""
                    SELECT count(*) FROM effect
                    WHERE account = @account AND state IN (0, 2) AND state = {(int)
                        EffectState.Planned} AND reason = @reason
                    """,
                    new { account = account.Name, reason }
                ),
            cancellationToken
        );

    public Task<int> HastenAsync(AccountKey account, long epoch, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            account,
            epoch,
            $"""
            UPDATE effect SET not_before = NULL, reason = NULL
            WHERE account = @account AND state IN (0, 2) AND state = {(int)EffectState.Planned} AND reason = @reason
            """,
            new { account = account.Name, reason },
            cancellationToken
        );
}
