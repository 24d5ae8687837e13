using CiivSoft.Abstractions;
using CiivSoft.Grains.Undoing;
using CiivSoft.Matching.Notes;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// The notes of what is in Lever and whose person was erased before the note was written. A recruiter who finds a lead or a
/// moved application reads who did it, and why no reasons are given (I5).
/// </summary>
internal static class ErasedNotes
{
    /// <summary>The note's text without anything personal; null for a note that would then say nothing.</summary>
    /// <param name="note">The note effect.</param>
    /// <param name="postingTitle">The title of its posting; empty when it is not known.</param>
    public static string? Write(EffectRow note, string postingTitle)
    {
        if (note.Ref is not { } reference)
        {
            return null;
        }

        return (note.Target, note.Solution) switch
        {
            (NoteRoles.Lead, Solution.Arkiive) => Of(NoteKind.ArkiiveLead),
            (NoteRoles.Lead, Solution.Refiine) => Of(NoteKind.RefiineLead),
            (NoteRoles.Origin, _) => Of(NoteKind.RefiineOrigin),
            (NoteRoles.Screened, _) => Of(NoteKind.FiilterScreened),
            (NoteRoles.Undone, Solution.Fiilter) => UndoneNotes.OfMove(reference),
            (NoteRoles.Undone, _) => UndoneNotes.OfLead(note.Solution, reference),
            _ => null,
        };

        string Of(NoteKind kind) =>
            NoteWriter.Write(
                new NoteFacts
                {
                    Kind = kind,
                    PostingTitle = postingTitle,
                    Reference = reference,
                    IsErased = true,
                }
            );
    }
}
