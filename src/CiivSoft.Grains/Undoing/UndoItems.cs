using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Grains.Effects;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Undoing;

/// <summary>What the list of an undo says of an action, from what is recorded. Pure.</summary>
internal static class UndoItems
{
    private const string InShadow = "The account is in shadow: nothing is written. Pause it instead, and undo works.";

    public static UndoItem Of(UndoRow row, AccountMode mode)
    {
        var item = new UndoItem
        {
            ActionId = row.EffectId,
            Action = ActionOf(row.Kind),
            Solution = row.Solution,
            DecisionId = row.DecisionId,
            ContactId = row.ContactId,
            OpportunityId = row.OpportunityId,
            PostingId = row.PostingId,
            DoneAt = row.DoneAt,
            State = UndoState.Possible,
            UndoId = row.UndoId,
        };
        return row switch
        {
            { Kind: EffectKind.Note } => item with
            {
                State = UndoState.ByHand,
                Reason = "The person was recommended by a note and a tag, which only people can take back.",
                Remedy =
                    $"In Lever, remove the tag '{LeadSources.Of(row.Solution)}' from the opportunity, and the note if you like.",
            },
            { UndoState: null } => item,
            _ => Asked(item, row, mode),
        };
    }

    /// <summary>The same after Lever was looked at.</summary>
    public static UndoItem Judged(UndoItem item, UndoJudgement judgement) =>
        judgement switch
        {
            UndoJudgement.LeftAlone left => item with { State = UndoState.LeftAlone, Reason = left.Reason },
            UndoJudgement.IsUndone => item with { State = UndoState.Undone, Reason = "It stands so already." },
            _ => item,
        };

    /// <summary>The same when a right or the archive reason is missing.</summary>
    public static UndoItem ByHand(UndoItem item, string reason) =>
        item with
        {
            State = UndoState.ByHand,
            Reason = reason,
            Remedy = RemedyFor(item, reason),
        };

    private static UndoItem Asked(UndoItem item, UndoRow row, AccountMode mode) =>
        row.UndoState switch
        {
            EffectState.Done => item with { State = UndoState.Undone },
            EffectState.Unknown => item with { State = UndoState.Unknown, Reason = row.UndoReason },
            EffectState.Overtaken or EffectState.Cancelled => item with
            {
                State = UndoState.LeftAlone,
                Reason = row.UndoReason,
            },
            EffectState.Failed => item with { State = UndoState.Failed, Reason = row.UndoReason },
            EffectState.Blocked when row.UndoReason is { } reason && NeedsHand(reason) => ByHand(item, reason),
            _ => item with
            {
                State = UndoState.Planned,
                Reason = mode == AccountMode.Shadow ? InShadow : row.UndoReason,
            },
        };

    private static bool NeedsHand(string reason) =>
        reason == EffectReasons.WithdrawReasonMissing
        || LeverRoute.All.Any(route => EffectReasons.RightMissing(route.Right) == reason);

    private static string RemedyFor(UndoItem item, string reason)
    {
        var byHand =
            item.Action == UndoAction.Move
                ? "In Lever, move the application back to New applicant."
                : "In Lever, archive this lead.";
        if (reason == EffectReasons.WithdrawReasonMissing)
        {
            return byHand
                + " Or name an archive reason: 'ciivsoft undo … --archive-reason TEXT'; it is done by itself then.";
        }

        var rights = EffectRights.Of(item.Action == UndoAction.Move ? EffectKind.Restore : EffectKind.Withdraw);
        return byHand
            + $" Or connect the account again with a key that has {string.Join(", ", rights.Select(r => $"'{r}'"))}; it is done by itself then.";
    }

    private static UndoAction ActionOf(EffectKind kind) =>
        kind switch
        {
            EffectKind.Move => UndoAction.Move,
            EffectKind.Lead => UndoAction.Lead,
            _ => UndoAction.Recommendation,
        };
}
