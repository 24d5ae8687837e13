using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Activity;

namespace CiivSoft.Storage.Effects;

/// <summary>The outbox. Only the account grain, with the newest epoch, moves effects on.</summary>
public interface IEffectStore
{
    /// <summary>
    /// Claims effects that are due (planned or unknown, <see cref="EffectRow.NotBefore"/> past, parent absent or done)
    /// together with the planned children of those claimed, oldest first, about <paramref name="limit"/>. Planned ones
    /// become <see cref="EffectState.Sending"/>; unknown ones stay unknown; all get the epoch, the time and one attempt
    /// more. What this epoch claimed and has not settled is not claimed again. Rows come back as they are after it, parents before their children.
    /// </summary>
    /// <exception cref="FencedException">The epoch is not the newest.</exception>
    Task<IReadOnlyList<EffectRow>> ClaimAsync(
        AccountKey account,
        long epoch,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>What <see cref="ClaimAsync"/> would claim now for the newest epoch, without its payload and without claiming it: parents before children.</summary>
    Task<IReadOnlyList<EffectRow>> NextAsync(
        AccountKey account,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Settles claimed effects in one transaction. Final states set <see cref="EffectRow.SettledAt"/>; children of a
    /// parent that is failed, overtaken or cancelled are cancelled with it; children of a done lead get its opportunity;
    /// planned and claimed children of what was adopted become unknown.
    /// Settling a final effect again changes nothing.
    /// </summary>
    /// <exception cref="FencedException">The epoch is not the newest; nothing was written.</exception>
    Task SettleAsync(
        AccountKey account,
        long epoch,
        DateTimeOffset now,
        IReadOnlyList<EffectSettlement> settlements,
        IReadOnlyList<ActivityRow> activity,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// After taking an epoch: what an older epoch left as sending becomes unknown and due. It may have been sent at the latest
    /// <paramref name="sendWithin"/> after it was claimed, which becomes its <see cref="EffectRow.SentAt"/>. Returns how many.
    /// </summary>
    /// <exception cref="FencedException">The epoch is not the newest.</exception>
    Task<int> TakeOverAsync(AccountKey account, long epoch, TimeSpan sendWithin, CancellationToken cancellationToken);

    /// <summary>
    /// After claiming or settling failed in the database, which may have done it all the same: what this epoch holds, except what
    /// it still has in hand, becomes unknown and due, as after <see cref="TakeOverAsync"/>. Returns how many.
    /// </summary>
    /// <exception cref="FencedException">The epoch is not the newest.</exception>
    Task<int> ReleaseAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> inHand,
        TimeSpan sendWithin,
        CancellationToken cancellationToken
    );

    /// <summary>Inserts effects that belong to decisions made earlier, for example a recommendation in place of a lead that may not be made.</summary>
    /// <returns>How many were new.</returns>
    Task<int> PlanAsync(
        AccountKey account,
        long epoch,
        IReadOnlyList<EffectRow> effects,
        CancellationToken cancellationToken
    );

    /// <summary>All blocked effects are planned again. Returns how many.</summary>
    Task<int> UnblockAsync(AccountKey account, long epoch, CancellationToken cancellationToken);

    /// <summary>Effects that are blocked for one of these reasons (<see cref="EffectReasons"/>) are planned again, notes first and the oldest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="epoch">The caller's.</param>
    /// <param name="reasons">Word for word.</param>
    /// <param name="most">At most so many: one, to try whether the others may follow.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Their ids.</returns>
    Task<IReadOnlyList<string>> UnblockAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> reasons,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>Shadow effects of these decisions become planned; null for all of the account. Returns how many.</summary>
    Task<int> ReleaseShadowAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string>? decisionIds,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// An operator wants these tried again: failed and blocked ones are planned again, and so are the children that were
    /// cancelled with them. Others are left as they are. Returns how many of the given ones were planned.
    /// </summary>
    /// <exception cref="FencedException">The epoch is not the newest.</exception>
    Task<int> RetryAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> effectIds,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// An operator gives these up: planned and blocked ones are cancelled with their children. What may have been sent is left
    /// as it is. Returns how many of the given ones were cancelled.
    /// </summary>
    /// <exception cref="FencedException">The epoch is not the newest.</exception>
    Task<int> GiveUpAsync(
        AccountKey account,
        long epoch,
        DateTimeOffset now,
        IReadOnlyCollection<string> effectIds,
        CancellationToken cancellationToken
    );

    /// <summary>One effect; null when there is none.</summary>
    Task<EffectRow?> FindAsync(AccountKey account, string effectId, CancellationToken cancellationToken);

    /// <summary>All effects of these decisions, with payload.</summary>
    Task<IReadOnlyList<EffectRow>> OfDecisionsAsync(
        AccountKey account,
        IReadOnlyCollection<string> decisionIds,
        CancellationToken cancellationToken
    );

    /// <summary>All effects of the account in order of planning, after an id in that order, without payload, for the checker and the reconciler.</summary>
    IAsyncEnumerable<EffectRow> StreamAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>How many effects there are, by kind and state.</summary>
    Task<IReadOnlyDictionary<(EffectKind Kind, EffectState State), long>> CountAsync(
        AccountKey account,
        CancellationToken cancellationToken
    );

    /// <summary>When the next effect is due that is planned or unknown; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>Which of these Refs belong to a note that is recorded here.</summary>
    Task<IReadOnlySet<string>> KnownRefsAsync(
        AccountKey account,
        IReadOnlyCollection<string> refs,
        CancellationToken cancellationToken
    );

    /// <summary>How many ARKiiVE leads a posting has or will have: all states but failed, overtaken and cancelled.</summary>
    Task<int> CountLeadsAsync(
        AccountKey account,
        Solution solution,
        string postingId,
        CancellationToken cancellationToken
    );

    /// <summary>Moves, leads and tags that were taken up since then and written, or possibly written.</summary>
    Task<IReadOnlyList<CountedEffect>> WrittenSinceAsync(
        AccountKey account,
        DateTimeOffset since,
        CancellationToken cancellationToken
    );

    /// <summary>How many planned effects wait for this reason, word for word.</summary>
    Task<long> CountWaitingAsync(AccountKey account, string reason, CancellationToken cancellationToken);

    /// <summary>Planned effects that wait for this reason are due at once. Returns how many.</summary>
    /// <exception cref="FencedException">The epoch is not the newest.</exception>
    Task<int> HastenAsync(AccountKey account, long epoch, string reason, CancellationToken cancellationToken);
}
