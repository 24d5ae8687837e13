using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>Writes the notes that recruiters left.</summary>
internal static class NoteWriter
{
    private static readonly ILookup<string, string> Lines = ContentFile
        .ReadLines("notes.txt")
        .Select(line => line.Split(": ", 2))
        .ToLookup(parts => parts[0], parts => parts[1]);

    /// <summary>One note or none.</summary>
    public static ImmutableArray<Note> Write(
        Candidacy candidacy,
        Timeline timeline,
        Dice dice,
        string id,
        ImmutableArray<User> writers
    )
    {
        ImmutableArray<string> lines = [.. Lines[KindOf(candidacy)]];
        if (lines.IsEmpty || dice.Chance(0.35))
        {
            return [];
        }

        var at = timeline.LastAdvancedAt;
        var writer = dice.Pick(writers).Id;
        var text = dice.Fill(dice.Pick(lines), _ => null);
        return
        [
            new Note
            {
                Id = id,
                Comments = [new NoteComment(text, at, null, timeline.Steps[^1].Stage.Id, writer)],
                UserId = writer,
                IsSecret = dice.Chance(0.04),
                CreatedAt = at,
                CompletedAt = at,
            },
        ];
    }

    private static string KindOf(Candidacy candidacy) =>
        candidacy switch
        {
            Candidacy.LeadContacted => "lead",
            Candidacy.Screen => "screen",
            Candidacy.Interview or Candidacy.OnSite => "interview",
            Candidacy.Offer => "offer",
            Candidacy.RejectedAtOnce => "rejected",
            Candidacy.RejectedLate => "late",
            Candidacy.Withdrew => "withdrew",
            Candidacy.Hired => "hired",
            _ => "",
        };
}
