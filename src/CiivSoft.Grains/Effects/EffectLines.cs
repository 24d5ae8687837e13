using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>What the activity log says of an effect's settlement.</summary>
internal static class EffectLines
{
    /// <summary>Null for what is not worth a line.</summary>
    public static ActivityRow? Of(EffectRow effect, EffectSettlement settlement, DateTimeOffset now)
    {
        var kind = settlement.State switch
        {
            EffectState.Done => Verb(effect.Kind),
            EffectState.Overtaken => "overtaken",
            EffectState.Failed => "failed",
            // Tried again after every scan: told once.
            EffectState.Blocked when effect.Attempts <= 1 => "blocked",
            // Read back several times: told once.
            EffectState.Unknown when effect.State != EffectState.Unknown => "outcome-unknown",
            _ => null,
        };
        return kind is null
            ? null
            : new ActivityRow
            {
                At = now,
                Kind = kind,
                Solution = effect.Solution,
                OpportunityId = settlement.OpportunityId ?? effect.OpportunityId ?? settlement.ResultId,
                ContactId = effect.ContactId,
                PostingId = effect.PostingId,
                DecisionId = effect.DecisionId,
                Message = settlement.Reason ?? Sentence(effect),
            };
    }

    private static string Verb(EffectKind kind) =>
        kind switch
        {
            EffectKind.Lead => "lead-made",
            EffectKind.Move => "moved",
            EffectKind.Tag => "tagged",
            EffectKind.Restore or EffectKind.Withdraw => "undone",
            _ => "note-written",
        };

    private static string Sentence(EffectRow effect) =>
        effect.Kind switch
        {
            EffectKind.Lead => "The person is a lead of the posting.",
            EffectKind.Move => "The application was moved to the screened stage.",
            EffectKind.Tag => "The opportunity was tagged.",
            EffectKind.Restore => "The application was put back to New applicant by undo.",
            EffectKind.Withdraw => "Our lead was archived by undo.",
            _ => $"A note was written, Ref {effect.Ref}.",
        };
}
