using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Profiles;

/// <summary>Reads ranges such as "03/2015 - Present", "Jan 2014 to May 2016" and "2012–2015".</summary>
internal static class WorkDates
{
    private const int FirstYear = 1950;
    private const int LastYear = 2100;

    // The first three letters tell the month in the languages that are read; "mai" and "may" are both there.
    private static readonly FrozenDictionary<string, int> Months = new Dictionary<int, string>
    {
        [1] = "jan gen ene sty ian",
        [2] = "feb fev fév lut",
        [3] = "mar mär mrt mrz",
        [4] = "apr avr abr kwi",
        [5] = "may mai mag maj mei",
        [6] = "jun jui giu cze iun",
        [7] = "jul lug lip iul",
        [8] = "aug aou aoû ago sie",
        [9] = "sep set wrz",
        [10] = "oct okt ott out paz paź",
        [11] = "nov lis noi",
        [12] = "dec dez déc dic gru",
    }
        .SelectMany(pair => pair.Value.Split(' ').Select(name => (name: Folding.Fold(name), pair.Key)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.Key);

    private static readonly Regex Range = new(
        @"((?<m1>\p{L}{3,10})\.?,?\s+(\d{1,2},\s+)?|(?<n1>\d{1,2})\s?[/.-]\s?(\d{1,2}[/.-])?)?(?<y1>(19|20)\d{2})([/-](?<i1>\d{2}))?\s*(-|–|—|‐|‑|−|â€“|ï¼|~|to|until|till|bis|à|al|a|do|tot|până la|/|\s)\s*\p{Cf}*\s*(((?<m2>\p{L}{3,10})\.?,?\s+(\d{1,2},\s+)?|(?<n2>\d{1,2})\s?[/.-]\s?(\d{1,2}[/.-])?)?(?<y2>(19|20)\d{2})([/-](?<i2>\d{2})\b)?|(?<now>present|current(ly)?|now|today|ongoing|to date|date|heute|aktuell|aujourd['’]hui|actual(idad|idade)?|presente|obecnie|teraz|heden|oggi|attuale|atual|prezent))\b",
        Patterns.Linear
    );

    public static IEnumerable<WorkPeriod> Find(string text, int start, int length)
    {
        foreach (var match in Range.Matches(text.Substring(start, length)).Cast<Match>())
        {
            if (Read(match) is { } period)
            {
                yield return period with
                {
                    Start = start + match.Index,
                    Length = match.Length,
                };
            }
        }
    }

    private static WorkPeriod? Read(Match match)
    {
        var (year, month) = (Number(match, "y1"), MonthOf(match, "1"));
        if (year is < FirstYear or > LastYear)
        {
            return null;
        }

        var first = (year * 12) + (month ?? 1) - 1;
        if (match.Groups["now"].Success)
        {
            return new WorkPeriod(first, null, 0, 0);
        }

        // "2012–2015" is three years, "2012–2012" one; a named last month counts whole.
        var (lastYear, lastMonth) = (Number(match, "y2"), MonthOf(match, "2"));
        var end = lastMonth is { } known ? (lastYear * 12) + known : Math.Max(lastYear * 12, first + 12);
        return lastYear > LastYear || end <= first ? null : new WorkPeriod(first, end, 0, 0);
    }

    private static int? MonthOf(Match match, string side)
    {
        var name = match.Groups["m" + side];
        if (name.Success && Months.TryGetValue(Folding.Fold(name.Value)[..3], out var month))
        {
            return month;
        }

        var digits = match.Groups["n" + side].Success ? match.Groups["n" + side] : match.Groups["i" + side];
        return digits.Success && int.Parse(digits.Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number
            ? number
            : null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
