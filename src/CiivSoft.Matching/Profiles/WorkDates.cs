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

    // In the languages that are read, without accents; a word of three or four letters is short for one that begins so.
    private static readonly FrozenDictionary<string, int> Months = new Dictionary<int, string>
    {
        [1] = "jan gen ene sty ian january januar janvier enero styczen stycznia januari gennaio janeiro ianuarie",
        [2] = "feb fev lut february februar fevrier febrero luty lutego februari febbraio fevereiro februarie",
        [3] = "mar mrt mrz march marz mars marzo marzec marca maart marco martie",
        [4] = "apr avr abr kwi april avril abril kwiecien kwietnia aprile aprilie",
        [5] = "may mai mag maj mei mayo maja maggio maio",
        [6] = "jun jui giu cze iun june juni juin junio czerwiec czerwca giugno junho iunie",
        [7] = "jul juil lug lip iul july juli juillet julio lipiec lipca luglio julho iulie",
        [8] = "aug aou ago sie august aout agosto sierpien sierpnia augustus",
        [9] = "sep set wrz sept september septembre septiembre wrzesien wrzesnia settembre setembro septembrie",
        [10] = "oct okt ott out paz october oktober octobre octubre pazdziernik pazdziernika ottobre outubro octombrie",
        [11] = "nov lis noi november novembre noviembre listopad listopada novembro noiembrie",
        [12] = "dec dez dic gru december dezember decembre diciembre grudzien grudnia dicembre dezembro decembrie",
    }
        .SelectMany(pair => pair.Value.Split(' ').Select(name => (name, pair.Key)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.Key);

    // Their versions are years.
    private static readonly FrozenSet<string> Products = FrozenSet.ToFrozenSet([
        "access",
        "autocad",
        "dynamics",
        "excel",
        "exchange",
        "office",
        "outlook",
        "powerpoint",
        "project",
        "server",
        "sharepoint",
        "sql",
        "studio",
        "visio",
        "windows",
        "word",
    ]);

    private static readonly Regex Range = new(
        @"((?<m1>\p{L}{3,10})\.?,?\s+([0-9]{1,2},\s+)?|(?<n1>[0-9]{1,2})\s?[/.-]\s?((?<d1>[0-9]{1,2})[/.-])?)?(?<y1>(19|20)[0-9]{2})([/-](?<i1>[0-9]{2}))?\s*(-|–|—|‐|‑|−|â€“|ï¼|~|to|until|till|bis|à|al|a|do|tot|până la|(?<slash>/)|\s)\s*\p{Cf}*\s*((([0-9]{1,2}(st|nd|rd|th)?\s+)?(?<m2>\p{L}{3,10})\.?,?\s+([0-9]{1,2},\s+)?|(?<n2>[0-9]{1,2})\s?[/.-]\s?((?<d2>[0-9]{1,2})[/.-])?)?(?<y2>(19|20)[0-9]{2})([/-](?<i2>[0-9]{2})\b)?|(?<now>((up\s)?(to|till|until)\s)?(present|current(ly)?|now|today|date)|ongoing|heute|aktuell|aujourd['’]hui|actual(idad|idade)?|presente|obecnie|teraz|heden|oggi|attuale|atual|prezent))\b",
        Patterns.Linear
    );

    public static IEnumerable<WorkPeriod> Find(string text, int start, int length)
    {
        var stretch = text.Substring(start, length);
        foreach (var match in Range.Matches(stretch).Cast<Match>())
        {
            if (!IsOfVersions(stretch, match) && Read(match) is { } period)
            {
                var first = BeginOf(match);
                yield return period with
                {
                    Start = start + first,
                    Length = match.Index + match.Length - first,
                };
            }
        }
    }

    // The word before a year belongs to the dates where it is a month.
    private static int BeginOf(Match match) =>
        match.Groups["m1"] is { Success: true } word && NumberOf(word.Value) is null
            ? match.Groups["y1"].Index
            : match.Index;

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
        var (lastYear, lastMonth) = (Number(match, "y2"), MonthOf(match, "2") ?? MonthBeforeLastYear(match));
        var end = lastMonth is { } known ? (lastYear * 12) + known : Math.Max(lastYear * 12, first + 12);
        return lastYear > LastYear || end <= first ? null : new WorkPeriod(first, end, 0, 0);
    }

    // "SQL Server 2005/2008", "2007/2010/2013"; "teacher 2012/2013" is work.
    private static bool IsOfVersions(string text, Match match) =>
        match.Groups["slash"].Success
        && MonthOf(match, "1") is null
        && MonthOf(match, "2") is null
        && (
            Products.Contains(Folding.Fold(match.Groups["m1"].Value))
            || (match.Index > 0 && text[match.Index - 1] == '/')
            || text.AsSpan(match.Index + match.Length) is ['/', ..]
        );

    private static int? MonthOf(Match match, string side)
    {
        if (match.Groups["m" + side] is { Success: true } name && NumberOf(name.Value) is { } month)
        {
            return month;
        }

        var (number, middle) = (match.Groups["n" + side], match.Groups["d" + side]);
        return number.Success
            ? MonthOf(middle.Success && IsDayFirst(match) ? middle : number)
            : MonthOf(match.Groups["i" + side]);
    }

    private static int? MonthOf(Group digits) =>
        digits.Success && int.Parse(digits.Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number
            ? number
            : null;

    // "07/2000-09/2014", without blanks: what stands behind the first year, which has its month, is the last one's.
    private static int? MonthBeforeLastYear(Match match) =>
        match.Groups["slash"].Success && (match.Groups["n1"].Success || NumberOf(match.Groups["m1"].Value) is not null)
            ? MonthOf(match.Groups["i1"])
            : null;

    // "01/04/2015 - 31/03/2017": there is no month 31.
    private static bool IsDayFirst(Match match) => IsDay(match.Groups["n1"]) || IsDay(match.Groups["n2"]);

    private static bool IsDay(Group digits) =>
        digits.Success && int.Parse(digits.Value, CultureInfo.InvariantCulture) > 12;

    private static int? NumberOf(string word)
    {
        var name = Folding.Fold(word);
        return
            Months.TryGetValue(name, out var month)
            || (name.Length is 3 or 4 && Months.TryGetValue(name[..3], out month))
            ? month
            : null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
