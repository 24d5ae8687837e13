using CiivSoft.Matching.Profiles;

namespace CiivSoft.Matching.Evidence;

/// <summary>The dated work that had to do with something: its own lines say so, not merely the résumé.</summary>
internal static class RelevantWork
{
    // A title often stands a line above its dates.
    private const int CharactersBefore = 90;
    private const int LongestBlock = 2500;

    /// <summary>
    /// The periods whose lines hold the words, in the order of the text, where they last for that many years together, overlaps
    /// counted once; null where they do not.
    /// </summary>
    public static IReadOnlyList<WorkPeriod>? LastsFor(int years, IReadOnlyList<string> stems, ResumeReading reading) =>
        On(stems, reading) is { Count: > 0 } relevant && Months(relevant, reading) >= years * 12 ? relevant : null;

    // Periods whose lines, up to the next dates, hold two thirds of the words; in the order of the text.
    private static IReadOnlyList<WorkPeriod> On(IReadOnlyList<string> stems, ResumeReading reading)
    {
        var work = reading.Facts.Work.OrderBy(period => period.Start).ToList();
        return [.. work.Where((_, i) => Holds(stems, reading, work, i))];
    }

    private static int Months(IReadOnlyList<WorkPeriod> relevant, ResumeReading reading) =>
        WorkMonths.Count(
            relevant,
            reading.AsOfMonth ?? reading.Facts.Work.Max(period => period.EndMonth ?? period.FirstMonth + 1)
        );

    private static bool Holds(IReadOnlyList<string> stems, ResumeReading reading, List<WorkPeriod> work, int index)
    {
        var start = Math.Max(
            work[index].Start - CharactersBefore,
            index > 0 ? work[index - 1].Start + work[index - 1].Length : 0
        );
        var end = index + 1 < work.Count ? work[index + 1].Start - CharactersBefore : work[index].Start + LongestBlock;
        end = Math.Max(end, work[index].Start + work[index].Length);
        var said = reading
            .Sentences.Where(sentence => sentence.End > start && sentence.Start < end)
            .SelectMany(sentence => sentence.Terms)
            .Where(term => term.Start >= start && term.Start < end)
            .Select(term => term.Stem)
            .ToHashSet();
        return stems.Count(said.Contains) * 3 >= stems.Count * 2;
    }
}
