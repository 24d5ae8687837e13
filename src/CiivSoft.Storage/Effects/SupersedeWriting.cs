using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Effects;

/// <summary>Plans the effects of decisions that take the place of former ones, as part of a larger commit.</summary>
internal static class SupersedeWriting
{
    // Planned, blocked and shadow effects are not in Lever. A decision of which anything may be there keeps all it planned.
    private const string DeleteUnsent = """
        DELETE FROM effect WHERE account = @account AND state IN (0, 4, 8) AND held_by = 0 AND {0}
            AND NOT EXISTS (
                SELECT 1 FROM effect o WHERE o.account = effect.account AND o.decision_id = effect.decision_id
                    AND (o.state IN (1, 2, 3) OR o.held_by <> 0))
        """;

    /// <summary>
    /// Removes what the former decisions planned and nobody sent, then plans. What exists still, because it was sent, is not
    /// planned again, and neither are the notes that would follow it. Returns how many were new.
    /// </summary>
    public static async Task<int> PlanInPlaceOfAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<string> formerDecisionIds,
        IReadOnlyCollection<SealedEffect> effects
    )
    {
        await session.ExecuteAsync(
            DeleteUnsent.Replace("{0}", session.Dialect.In("decision_id", "@ids"), StringComparison.Ordinal),
            new { account = account.Name, ids = session.Dialect.List(formerDecisionIds) }
        );
        var roots = await session.RunManyAsync(
            EffectSql.Insert,
            effects
                .Where(effect => effect.Row.ParentId is null)
                .Select(effect => new object[] { effect.Row, new { Account = account.Name, effect.PayloadBox } })
        );
        var planned = roots.Cast<string>().ToHashSet(StringComparer.Ordinal);
        var children = effects.Where(effect => effect.Row.ParentId is { } parent && planned.Contains(parent)).ToList();
        return planned.Count + await session.PlanEffectsAsync(account, children);
    }
}
