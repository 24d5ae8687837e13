using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Changes;

/// <summary>Notes of an opportunity. A note moves <c>lastInteractionAt</c>, and <c>updatedAt</c> only when the world is set so.</summary>
internal static class NoteChanges
{
    public static Effect Add(SimulatedWorld world, int number, Note note)
    {
        var opportunity = world.GetOpportunity(number);
        SetNotes(world, number, notes => notes.Add(note), world.NotesMoveUpdatedAt);
        return Describe(world, EffectKinds.NoteCreated, opportunity, note.Id);
    }

    /// <param name="world">Whose gate the caller holds.</param>
    /// <param name="number">The opportunity.</param>
    /// <param name="note">The new state of a note that the opportunity has.</param>
    /// <param name="moveUpdatedAt">Lever's update call moves it, a further comment does not.</param>
    public static Effect Replace(SimulatedWorld world, int number, Note note, bool moveUpdatedAt)
    {
        var opportunity = world.GetOpportunity(number);
        SetNotes(
            world,
            number,
            notes => [.. notes.Select(other => other.Id == note.Id ? note : other)],
            moveUpdatedAt || world.NotesMoveUpdatedAt
        );
        return Describe(world, EffectKinds.NoteUpdated, opportunity, note.Id);
    }

    public static Effect Delete(SimulatedWorld world, int number, string noteId)
    {
        var opportunity = world.GetOpportunity(number);
        SetNotes(world, number, notes => notes.RemoveAll(note => note.Id == noteId), world.NotesMoveUpdatedAt);
        return Describe(world, EffectKinds.NoteDeleted, opportunity, noteId);
    }

    private static void SetNotes(
        SimulatedWorld world,
        int number,
        Func<ImmutableArray<Note>, ImmutableArray<Note>> change,
        bool moveUpdatedAt
    )
    {
        var opportunity = world.GetOpportunity(number);
        var details = world.GetDetails(number, opportunity);
        var now = world.Clock.Now;
        world.ReplaceOpportunity(
            number,
            opportunity with
            {
                LastInteractionAt = now,
                UpdatedAt = moveUpdatedAt ? now : opportunity.UpdatedAt,
                Details = details with { Notes = change(details.Notes) },
            }
        );
    }

    private static Effect Describe(SimulatedWorld world, string kind, Opportunity opportunity, string noteId) =>
        CandidacyChanges.Describe(world, kind, opportunity) with
        {
            NoteId = noteId,
        };
}
