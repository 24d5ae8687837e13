using System.Collections.Frozen;
using System.Globalization;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Roles;

/// <summary>Finds years and dates in a line, such as "03/2014", "March 2014", "2012 to Present".</summary>
internal static class DateSpotter
{
    private const int MaxRun = 9;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = Words(
        "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
            + "nov november dec december spring summer fall autumn winter"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Open = Words(
        "present current currently now today ongoing"
    );

    /// <summary>True when the line names a year from 1950 to 2049.</summary>
    public static bool HasYear(ReadOnlySpan<char> line)
    {
        for (var run = NextRun(line, 0); run.Length > 0; run = NextRun(line, run.Start + run.Length))
        {
            if (IsYear(line, run))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parts of a line that are dates, in order; a line without a year has none.</summary>
    public static IReadOnlyList<TextSpan> Dates(ReadOnlySpan<char> line)
    {
        var dates = new List<TextSpan>();
        if (!HasYear(line))
        {
            return dates;
        }

        for (var run = NextRun(line, 0); run.Length > 0; run = NextRun(line, run.Start + run.Length))
        {
            var word = run.Of(line);
            var isShort = char.IsAsciiDigit(word[0]) && word.Length <= 2 && TouchesSlash(line, run);
            if (isShort || IsYear(line, run) || Months.Contains(word) || Open.Contains(word))
            {
                dates.Add(run);
            }
        }

        return dates;
    }

    private static bool IsYear(ReadOnlySpan<char> line, TextSpan run)
    {
        var word = run.Of(line);
        return word.Length == 4
            && char.IsAsciiDigit(word[0])
            && Number(word) is >= 1950 and < 2050
            && (run.Start == 0 || line[run.Start - 1] is not ('$' or ','));
    }

    private static bool TouchesSlash(ReadOnlySpan<char> line, TextSpan run)
    {
        var end = run.Start + run.Length;
        return (end < line.Length && line[end] is '/' or '.' or '-')
            || (run.Start > 0 && line[run.Start - 1] is '/' or '.' or '\'');
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The next run of only digits or only letters, at most nine long; of length 0 at the end.</summary>
    private static TextSpan NextRun(ReadOnlySpan<char> line, int start)
    {
        while (start < line.Length)
        {
            var isDigit = char.IsAsciiDigit(line[start]);
            var end = start;
            while (end < line.Length && (isDigit ? char.IsAsciiDigit(line[end]) : char.IsLetter(line[end])))
            {
                end++;
            }

            if (end - start is > 0 and <= MaxRun)
            {
                return new TextSpan(start, end - start);
            }

            start = Math.Max(end, start + 1);
        }

        return new TextSpan(start, 0);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
