using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Effects;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Undoing;

/// <summary>
/// Takes back a move or withdraws a lead of ours, where no person has touched it since. The only place that archives: see
/// design.md, 5.
/// </summary>
internal sealed class UndoEffects(AccountContext account, UndoQueries queries, UndoLook look, EffectHolds holds)
{
    private const int Tries = 3;

    public async Task<EffectSettlement> PerformAsync(EffectRow effect, CancellationToken cancellationToken)
    {
        if (
            effect.ParentId is not { } actionId
            || await queries.FindAsync(account.Key, [actionId], cancellationToken) is not [var action]
        )
        {
            return EffectSettlements.Cancelled(effect, "What it takes back is not recorded as done.");
        }

        // To which stage, or for which reason.
        var targetId =
            effect.Kind == EffectKind.Withdraw ? await look.FindReasonAsync(cancellationToken) : look.NewApplicantStage;
        if (targetId is null)
        {
            return EffectSettlements.Blocked(effect, EffectReasons.WithdrawReasonMissing);
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var readAt = account.Now;
            var judgement = await look.LookAsync(action, targetId, cancellationToken);
            if (Settle(effect, judgement) is { } settled)
            {
                return settled;
            }

            await account.Connection!.Permits.WaitAsync(LeverPriority.Effect, cancellationToken);
            if (account.Now - readAt > Freshness.Limit)
            {
                continue;
            }

            return holds.BeforeSending(effect) ?? await SendAsync(effect, targetId, cancellationToken);
        }

        return Freshness.TryLater(effect, account.Now);
    }

    // Null: it may be sent now. While Lever may still do what was sent, nothing is given up.
    private EffectSettlement? Settle(EffectRow effect, UndoJudgement judgement) =>
        judgement switch
        {
            UndoJudgement.IsUndone => EffectSettlements.Done(effect, effect.Subject),
            UndoJudgement.LeftAlone when IsInDoubt(effect) => EffectSettlements.Absent(
                effect,
                account.Now,
                account.Times
            ),
            UndoJudgement.LeftAlone left => EffectSettlements.Overtaken(effect, left.Reason),
            _ when effect.State == EffectState.Unknown => EffectSettlements.Absent(effect, account.Now, account.Times),
            _ => null,
        };

    private bool IsInDoubt(EffectRow effect) =>
        effect is { State: EffectState.Unknown, SentAt: { } sentAt } && !account.Times.IsCertain(sentAt, account.Now);

    private async Task<EffectSettlement> SendAsync(
        EffectRow effect,
        string targetId,
        CancellationToken cancellationToken
    )
    {
        var sentAt = account.Now;
        var lever = account.Connection!.PrepaidLever;
        var outcome =
            effect.Kind == EffectKind.Withdraw
                ? await lever.ArchiveAsync(effect.Subject, targetId, LeverPriority.Effect, cancellationToken)
                : await lever.MoveToStageAsync(effect.Subject, targetId, LeverPriority.Effect, cancellationToken);
        return EffectSettlements.After(effect, outcome, sentAt, account.Now, account.Times);
    }
}
