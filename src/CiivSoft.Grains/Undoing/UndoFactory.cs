using System.Text.Json;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Effects;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Undoing;

/// <summary>Makes the effects that take back what was done: a move back or the archiving of our lead, and the note that says so.</summary>
/// <param name="account">The account.</param>
/// <param name="refs">Makes Refs.</param>
/// <param name="now">When they are planned.</param>
internal sealed class UndoFactory(AccountKey account, MarkerKey refs, DateTimeOffset now)
{
    private const string RestoredTarget = "new-applicant";
    private const string WithdrawnTarget = "withdrawn";

    /// <summary>Whether an effect takes something back, or says so.</summary>
    public static bool IsUndo(EffectRow effect) =>
        effect.Kind is EffectKind.Restore or EffectKind.Withdraw
        || effect is { Kind: EffectKind.Note, Target: NoteRoles.Undone };

    /// <summary>The effects that undo an action; none when it cannot be undone by us.</summary>
    public IReadOnlyList<EffectRow> Undo(UndoRow action) =>
        (action.Kind, action.OpportunityId) switch
        {
            (EffectKind.Move, { } opportunity) => WithNote(
                Make(action, EffectKind.Restore, opportunity, RestoredTarget),
                UndoneNotes.OfMove
            ),
            (EffectKind.Lead, { } opportunity) => WithNote(
                Make(action, EffectKind.Withdraw, opportunity, WithdrawnTarget),
                reference => UndoneNotes.OfLead(action.Solution, reference)
            ),
            _ => [],
        };

    private EffectRow Make(UndoRow action, EffectKind kind, string opportunityId, string target) =>
        new()
        {
            EffectId = EffectIds.OfEffect(account, kind, opportunityId, target),
            Kind = kind,
            Subject = opportunityId,
            Target = target,
            DecisionId = action.DecisionId,
            ParentId = action.EffectId,
            Solution = action.Solution,
            ContactId = action.ContactId,
            PostingId = action.PostingId,
            OpportunityId = opportunityId,
            State = EffectState.Planned,
            PlannedAt = now,
        };

    private IReadOnlyList<EffectRow> WithNote(EffectRow undo, Func<string, string> write)
    {
        var id = EffectIds.OfEffect(account, EffectKind.Note, undo.DecisionId, NoteRoles.Undone);
        var reference = refs.RefFor(id);
        var note = undo with
        {
            EffectId = id,
            Kind = EffectKind.Note,
            Subject = undo.DecisionId,
            Target = NoteRoles.Undone,
            ParentId = undo.EffectId,
            Ref = reference,
            PayloadJson = JsonSerializer.Serialize(new NotePayload(write(reference)), EffectJson.Default.NotePayload),
        };
        return [undo, note];
    }
}
