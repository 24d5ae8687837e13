using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Effects;

internal sealed partial class EffectStore(Database database, TextBox texts) : IEffectStore
{
    public Task<IReadOnlyList<EffectRow>> ClaimAsync(
        AccountKey account,
        long epoch,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.WriteDurablyAsync<IReadOnlyList<EffectRow>>(
            async session =>
            {
                await session.RequireEpochAsync(account, epoch);
                var claimed = await ReadAsync(
                    session,
                    account,
                    EffectSql.Claim,
                    new
                    {
                        account = account.Name,
                        epoch,
                        now,
                        limit,
                    }
                );
                return ParentsFirst(claimed);
            },
            cancellationToken
        );

    public Task SettleAsync(
        AccountKey account,
        long epoch,
        DateTimeOffset now,
        IReadOnlyList<EffectSettlement> settlements,
        IReadOnlyList<ActivityRow> activity,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settlements);
        ArgumentNullException.ThrowIfNull(activity);
        return database.WriteAsync(
            async session =>
            {
                await session.RequireEpochAsync(account, epoch);
                await session.RunManyAsync(
                    EffectSql.Settle,
                    settlements.Select(settlement =>
                        new object[]
                        {
                            settlement,
                            new
                            {
                                Account = account.Name,
                                SettledAt = IsFinal(settlement.State) ? now : (DateTimeOffset?)null,
                            },
                        }
                    )
                );
                await session.PassOnAsync(
                    account,
                    settlements.Where(s => IsFinal(s.State)).Select(s => s.EffectId).ToList(),
                    now
                );
                await session.CancelOrphansAsync(
                    account,
                    settlements.Where(s => s.State == EffectState.Planned).Select(s => s.EffectId).ToList(),
                    now
                );
                await session.DoubtChildrenAsync(
                    account,
                    settlements.Where(s => s.WasAdopted && s.State == EffectState.Done).Select(s => s.EffectId).ToList()
                );
                await session.TrustChildrenAsync(
                    account,
                    settlements.Where(s => s.IsSurelyAbsent).Select(s => s.EffectId).ToList()
                );
                await session.AddActivityAsync(account, activity);
            },
            cancellationToken
        );
    }

    public Task<int> TakeOverAsync(
        AccountKey account,
        long epoch,
        TimeSpan sendWithin,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            account,
            epoch,
            EffectSql.TakeOver,
            new
            {
                account = account.Name,
                epoch,
                sendWithin = (long)sendWithin.TotalMilliseconds,
            },
            cancellationToken
        );

    public Task<int> ReleaseAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> inHand,
        TimeSpan sendWithin,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            account,
            epoch,
            $"{EffectSql.Release} AND NOT ({database.Dialect.In("effect_id", "@ids")})",
            new
            {
                account = account.Name,
                epoch,
                ids = database.Dialect.List(inHand),
                sendWithin = (long)sendWithin.TotalMilliseconds,
            },
            cancellationToken
        );

    public Task<int> PlanAsync(
        AccountKey account,
        long epoch,
        IReadOnlyList<EffectRow> effects,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(effects);
        var rows = effects.Select(effect => EffectWriting.Seal(account, effect, texts)).ToList();
        return database.WriteAsync(
            async session =>
            {
                await session.RequireEpochAsync(account, epoch);
                return await session.PlanEffectsAsync(account, rows);
            },
            cancellationToken
        );
    }

    public Task<int> ReleaseShadowAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string>? decisionIds,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            account,
            epoch,
            $"""
            UPDATE effect SET state = {(int)EffectState.Planned}
            WHERE account = @account AND state = {(int)EffectState.Shadow}
            """ + (decisionIds is null ? "" : $" AND {database.Dialect.In("decision_id", "@ids")}"),
            new { account = account.Name, ids = database.Dialect.List(decisionIds ?? []) },
            cancellationToken
        );

    private static bool IsFinal(EffectState state) =>
        state is EffectState.Done or EffectState.Failed or EffectState.Overtaken or EffectState.Cancelled;

    private static List<EffectRow> ParentsFirst(IReadOnlyList<Sequenced> claimed)
    {
        var placeOf = claimed.ToDictionary(effect => effect.Row.EffectId, effect => effect.Sequence);
        return claimed
            .OrderBy(effect =>
                effect.Row.ParentId is { } parent && placeOf.TryGetValue(parent, out var place)
                    ? place
                    : effect.Sequence
            )
            .ThenBy(effect => effect.Row.ParentId is { } parent && placeOf.ContainsKey(parent))
            .ThenBy(effect => effect.Sequence)
            .Select(effect => effect.Row)
            .ToList();
    }

    private Task<int> ChangeAsync(
        AccountKey account,
        long epoch,
        string sql,
        object parameters,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            async session =>
            {
                await session.RequireEpochAsync(account, epoch);
                return await session.ExecuteAsync(sql, parameters);
            },
            cancellationToken
        );
}
