using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation;

/// <summary>Tells which sheet a posting belongs to, also one that no generator made.</summary>
internal static class OccupationFinder
{
    private static readonly char[] Separators = [' ', ',', '/', '-', '(', ')', '&'];

    /// <summary>The occupation and its level, or null when no sheet has a word of the title.</summary>
    public static (Occupation Occupation, int Level)? Find(Posting posting)
    {
        foreach (var sheet in OccupationSheets.All)
        {
            if (string.Equals(sheet.Team, posting.Categories.Team, StringComparison.Ordinal))
            {
                return (sheet, LevelOf(sheet, posting.Text));
            }
        }

        var words = WordsOf(posting.Text);
        var best = OccupationSheets.All.MaxBy(sheet => Score(sheet, words));
        return best is not null && Score(best, words) > 0 ? (best, LevelOf(best, posting.Text)) : null;
    }

    private static double Score(Occupation sheet, HashSet<string> words) =>
        sheet.Titles.SelectMany(titles => titles).Max(title => Overlap(WordsOf(title), words));

    private static double Overlap(HashSet<string> one, HashSet<string> other)
    {
        var both = one.Count(other.Contains);
        return both / (double)(one.Count + other.Count - both);
    }

    // The level with the likeliest title; 2, the usual one, when none is like it.
    private static int LevelOf(Occupation sheet, string title)
    {
        var words = WordsOf(title);
        var (best, level) = (0.0, 2);
        foreach (var candidate in Enumerable.Range(1, Occupation.TopLevel))
        {
            var score = sheet.TitlesOf(candidate).Max(other => Overlap(WordsOf(other), words));
            if (score > best)
            {
                (best, level) = (score, candidate);
            }
        }

        return level;
    }

    private static HashSet<string> WordsOf(string text) =>
        text.ToLowerInvariant()
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
}
