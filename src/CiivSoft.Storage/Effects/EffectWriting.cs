using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Effects;

/// <summary>Plans effects and passes a parent's fate to its children, as part of a larger commit.</summary>
internal static class EffectWriting
{
    private const string Cancel = """
        UPDATE effect SET state = 7, settled_at = @now, held_by = 0, reason = 'what it belongs to was not done'
        """;

    private const string CameToNothing = """
        EXISTS (SELECT 1 FROM effect p WHERE p.account = effect.account AND p.effect_id = effect.parent_id
            AND p.state IN (5, 6, 7))
        """;

    /// <summary>Compresses and encrypts: to be done before the write begins, since on SQLite others wait for it.</summary>
    public static SealedEffect Seal(AccountKey account, EffectRow effect, TextBox texts) =>
        new(
            Traced(effect),
            effect.PayloadJson is null ? null : texts.Seal(effect.PayloadJson, Places.Payload(account, effect.EffectId))
        );

    // An effect that stands for another one belongs to that one's trace.
    private static EffectRow Traced(EffectRow effect) =>
        effect.Trace is null && CurrentTrace.Parent is { } trace ? effect with { Trace = trace } : effect;

    /// <summary>Inserts the effects that are not there yet. Returns how many were new.</summary>
    public static async Task<int> PlanEffectsAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<SealedEffect> effects
    )
    {
        if (effects.Count == 0)
        {
            return 0;
        }

        var inserted = await session.RunManyAsync(
            EffectSql.Insert,
            effects.Select(effect => new object[] { effect.Row, new { Account = account.Name, effect.PayloadBox } })
        );
        // A child may be planned when its parent has already come to an end.
        await session.PassOnAsync(
            account,
            effects.Select(effect => effect.Row.ParentId).OfType<string>().Distinct().ToList(),
            effects.Max(effect => effect.Row.PlannedAt)
        );
        return inserted.Count;
    }

    /// <summary>
    /// Children of a done lead get its opportunity; children of what failed, was overtaken or cancelled are cancelled, and
    /// theirs after them. Notes in doubt stay in doubt: what may be in Lever is looked for.
    /// </summary>
    public static async Task PassOnAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<string> parentIds,
        DateTimeOffset now
    )
    {
        if (parentIds.Count == 0)
        {
            return;
        }

        var isChild = $"account = @account AND {session.Dialect.In("parent_id", "@ids")}";
        await session.ExecuteAsync(
            $"""
            UPDATE effect SET opportunity_id = (
                SELECT p.result_id FROM effect p WHERE p.account = effect.account AND p.effect_id = effect.parent_id)
            WHERE {isChild} AND opportunity_id IS NULL AND EXISTS (
                SELECT 1 FROM effect p WHERE p.account = effect.account AND p.effect_id = effect.parent_id
                    AND p.kind = {(int)EffectKind.Lead} AND p.state = {(int)EffectState.Done})
            """,
            new { account = account.Name, ids = session.Dialect.List(parentIds) }
        );
        var cancel = $"""
            {Cancel}
            WHERE {isChild} AND {EffectSql.IsNotFinal} AND NOT ({EffectSql.IsNoteInDoubt}) AND {CameToNothing}
            RETURNING effect_id
            """;
        for (var ids = parentIds; ids.Count > 0; )
        {
            ids = await session.QueryAsync<string>(
                cancel,
                new
                {
                    account = account.Name,
                    ids = session.Dialect.List(ids),
                    now,
                }
            );
        }
    }

    /// <summary>
    /// Notes that were in doubt when their parent came to nothing, and are surely not in Lever, are not sent again.
    /// </summary>
    public static Task<int> CancelOrphansAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<string> plannedIds,
        DateTimeOffset now
    ) =>
        plannedIds.Count == 0
            ? Task.FromResult(0)
            : session.ExecuteAsync(
                $"""
                {Cancel}
                WHERE account = @account AND {session.Dialect.In("effect_id", "@ids")}
                    AND state = {(int)EffectState.Planned} AND {CameToNothing}
                """,
                new
                {
                    account = account.Name,
                    ids = session.Dialect.List(plannedIds),
                    now,
                }
            );

    /// <summary>
    /// Leads and moves that came to nothing because their posting closed are planned again, with their notes: it is open
    /// again. What lost its text, because the person was erased, is not.
    /// </summary>
    public static async Task ReviveEffectsAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<string> postingIds
    )
    {
        if (postingIds.Count == 0)
        {
            return;
        }

        var revived = await session.QueryAsync<string>(
            $"""
            UPDATE effect SET state = {(int)EffectState.Planned}, settled_at = NULL, reason = NULL, not_before = NULL
            WHERE account = @account AND {session.Dialect.In("posting_id", "@ids")}
                AND kind IN ({(int)EffectKind.Move}, {(int)EffectKind.Lead})
                AND state = {(int)EffectState.Overtaken} AND reason = @closed AND EXISTS (
                    SELECT 1 FROM effect n WHERE n.account = effect.account AND n.parent_id = effect.effect_id
                        AND n.payload_box IS NOT NULL)
            RETURNING effect_id
            """,
            new
            {
                account = account.Name,
                ids = session.Dialect.List(postingIds),
                closed = EffectReasons.PostingClosed,
            }
        );
        if (revived.Count > 0)
        {
            await session.ExecuteAsync(
                $"""
                UPDATE effect SET state = {(int)
                    EffectState.Planned}, settled_at = NULL, reason = NULL, not_before = NULL
                WHERE account = @account AND {session.Dialect.In("parent_id", "@ids")}
                    AND state = {(int)EffectState.Cancelled}
                """,
                new { account = account.Name, ids = session.Dialect.List(revived) }
            );
        }
    }

    /// <summary>
    /// Children of effects that Lever had already may be there too, for example after our database was lost: they are read
    /// back before they are sent. Who has them in hand keeps them.
    /// </summary>
    public static Task<int> DoubtChildrenAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<string> adoptedIds
    ) =>
        session.ChangeChildrenAsync(
            account,
            adoptedIds,
            $"""
            UPDATE effect SET state = {(int)EffectState.Unknown}
            WHERE state IN ({(int)EffectState.Planned}, {(int)EffectState.Sending})
            """
        );

    /// <summary>
    /// Children are sent after their parent is done, so those of one that is surely not in Lever need not be looked for, whatever a
    /// silo that died had in hand. But a lead may have been made and deleted: what was written elsewhere because of it,
    /// on the application it came from, stays in doubt.
    /// </summary>
    public static Task<int> TrustChildrenAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<string> absentIds
    ) =>
        session.ChangeChildrenAsync(
            account,
            absentIds,
            $"""
            UPDATE effect SET state = {(int)EffectState.Planned}, not_before = NULL, absent_reads = 0
            WHERE state = {(int)EffectState.Unknown} AND (opportunity_id IS NULL OR opportunity_id IN (
                SELECT p.subject FROM effect p WHERE p.account = effect.account AND p.effect_id = effect.parent_id))
            """
        );

    private static Task<int> ChangeChildrenAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<string> parentIds,
        string change
    ) =>
        parentIds.Count == 0
            ? Task.FromResult(0)
            : session.ExecuteAsync(
                $"{change} AND account = @account AND {session.Dialect.In("parent_id", "@ids")}",
                new { account = account.Name, ids = session.Dialect.List(parentIds) }
            );
}

/// <summary>An effect with its payload as it is stored.</summary>
internal sealed record SealedEffect(EffectRow Row, byte[]? PayloadBox);
