using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Undoing;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>What keeps an effect from being sent, by what the account has in memory.</summary>
internal sealed class EffectHolds(AccountContext account, EffectRights rights)
{
    /// <summary>Why it is not begun: not while notes cannot be written. What may have been sent is read back all the same.</summary>
    public EffectSettlement? Of(EffectRow effect)
    {
        if (effect.State == EffectState.Unknown)
        {
            return null;
        }

        // Both are lifted by a call that plans again what is blocked; until then it costs nothing.
        // A pause stops what the solutions do; what an operator takes back is not theirs.
        if (!UndoFactory.IsUndo(effect) && account.State.Pauses.Any(p => p.Covers(effect.Solution, effect.PostingId)))
        {
            return EffectSettlements.Blocked(effect, EffectReasons.Paused);
        }

        if (account.State.Mode == AccountMode.Shadow)
        {
            return EffectSettlements.Blocked(effect, EffectReasons.InShadow);
        }

        if (
            !UndoFactory.IsUndo(effect)
            && EffectSettlements.HeldBy(effect, account.State.ModeOf(effect.Solution, effect.PostingId)) is { } held
        )
        {
            return held;
        }

        return rights.Missing(effect, account.State.MissingRights) is { } missing
            ? EffectSettlements.BlockedByRight(effect, missing)
            : null;
    }

    /// <summary>Asked right before it is sent: since it was begun it waited for reads and a permit, and somebody may have paused.</summary>
    public EffectSettlement? BeforeSending(EffectRow effect) =>
        Of(effect) ?? EffectSettlements.TooLateToSend(effect, account.Now);
}
