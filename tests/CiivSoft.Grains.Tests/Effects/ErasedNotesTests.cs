using CiivSoft.Abstractions;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Effects;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Effects;

public sealed class ErasedNotesTests
{
    private static readonly EffectFactory Factory = new(Account, TestKeys.Refs, isShadow: false, Now);

    [Theory]
    [InlineData(Solution.Arkiive, NoteRoles.Lead, "ARKiiVE lead: Registered Nurse")]
    [InlineData(Solution.Refiine, NoteRoles.Lead, "REFiiNE lead: Registered Nurse")]
    [InlineData(Solution.Refiine, NoteRoles.Origin, "REFiiNE: also added as a lead for Registered Nurse.")]
    [InlineData(Solution.Fiilter, NoteRoles.Screened, "FiiLTER screened: Registered Nurse")]
    [InlineData(Solution.Fiilter, NoteRoles.Undone, "FiiLTER undone")]
    [InlineData(Solution.Arkiive, NoteRoles.Undone, "ARKiiVE undone")]
    public void What_is_in_Lever_is_told_with_the_Ref_of_its_note(Solution solution, string role, string first)
    {
        var note = Note(solution, role);

        var lines = ErasedNotes.Write(note, "Registered Nurse").ShouldNotBeNull().Split('\n');

        lines[0].ShouldStartWith(first);
        lines[^1].ShouldBe($"Ref {note.Ref}");
    }

    [Theory]
    [InlineData(NoteRoles.Recommended)]
    [InlineData(NoteRoles.Unreadable)]
    [InlineData(NoteRoles.NothingMatched)]
    public void What_would_say_nothing_is_not_written(string role) =>
        ErasedNotes.Write(Note(Solution.Fiilter, role), "Registered Nurse").ShouldBeNull();

    private static EffectRow Note(Solution solution, string role) =>
        Factory.Note(Decision(solution), role, null, null, r => r) with
        {
            PayloadJson = null,
        };
}
