using System.Collections.Frozen;
using System.Text;

namespace CiivSoft.Documents.Text;

/// <summary>
/// Joins words broken at line ends. A soft hyphen always joins. A hyphen joins when the whole word stands elsewhere in
/// the document, or when the document breaks words often (as TeX does) and neither half is a word of it or known from
/// compounds (<c>devel-opment</c>). Otherwise the hyphen stays (<c>team-oriented</c>).
/// </summary>
internal static class LineEndHyphens
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>One line in so many ends with a broken word where a program breaks words; elsewhere it is a compound.</summary>
    private const int LinesPerBreak = 40;

    private const int FewBreaks = 3;

    private static readonly FrozenSet<string> CompoundStarts = Words(
        "above all anti audit award back best bi business by co community cost counter cross customer data day decision"
            + " deep detail double e early end entry evidence ex extra fast field first five follow four fourth free front"
            + " full fund goal government half hands hard high highly home hour house in industry information inter"
            + " intra job key large last lead life line live long low macro make market mass micro mid middle mission mobile"
            + " month multi near net new next night non object off on one open out over part past pay peer performance"
            + " person point policy post pre pro problem process product project quality quasi quick re ready real reference"
            + " results result risk round rule run safety sales school second self semi service set seven short single six"
            + " skill small social soft solution state step stock sub super systems task team technology ten test third three"
            + " through time top total train trouble turn two type ultra under up user value vice video voice web week well"
            + " wide win work world write year zero"
    );

    private static readonly FrozenSet<string> CompoundEnds = Words(
        "a able and aged aided as assisted aware back based bearing board built by call career centered centric changing"
            + " class compliant conscious day defined depth digit down driven edge effective efficient end ended enabled"
            + " facing fledged focused for free friendly functional generation grade graduate growing hand hoc house hours in"
            + " intensive issue known language latency leading level life line liner long looking made making market minded"
            + " minute month motivated new of off office on one only opening oriented out owned paced packed page party per"
            + " person platform point profit proof quality ranging rate rated read ready record related rich risk role round"
            + " running saving scale sector secure selling sensitive service setting side site sized skilled solving speaking"
            + " specific spoken stack standing starter start step stop style support supported site task team tech term tested"
            + " the thinking tier time to tolerant touch track traded trained training up user value versed volume way week"
            + " wide winning work worker working world year"
    );

    public static string Join(string text)
    {
        if (!text.Contains("-\n", StringComparison.Ordinal) && !text.Contains(SoftHyphen, StringComparison.Ordinal))
        {
            return text;
        }

        var known = KnownWords(text);
        var breaksOften = BreaksOften(text);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == SoftHyphen)
            {
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (IsBreak(text, i))
            {
                var (start, end) = (WordBefore(text, i), WordAfter(text, i + 2));
                result.Append(IsOneWord(start, end, known, breaksOften) ? "" : "-");
                i++;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static bool IsBreak(string text, int at) =>
        text[at] == '-'
        && at > 0
        && at + 2 < text.Length
        && text[at + 1] == '\n'
        && char.IsLetter(text[at - 1])
        && char.IsLower(text[at + 2]);

    private static bool BreaksOften(string text)
    {
        int lines = 0,
            breaks = 0;
        for (var i = 1; i < text.Length; i++)
        {
            lines += text[i] == '\n' ? 1 : 0;
            breaks += IsBreak(text, i) ? 1 : 0;
        }

        return breaks >= FewBreaks && breaks * LinesPerBreak >= lines;
    }

    private static bool IsOneWord(string start, string end, HashSet<string> known, bool breaksOften) =>
        known.Contains(start + end)
        || (
            breaksOften
            && start.Length > 1
            && end.Length > 1
            && !CompoundStarts.Contains(start)
            && !CompoundEnds.Contains(end)
            && !known.Contains(start)
            && !known.Contains(end)
            && !known.Contains($"{start}-{end}")
        );

    private static string WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    private static string WordAfter(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    private static HashSet<string> KnownWords(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !(char.IsLetter(text[i]) || text[i] == '-'))
            {
                if (
                    i > start
                    && text[i - 1] != '-'
                    && !(start > 1 && text[start - 1] == '\n' && text[start - 2] == '-')
                )
                {
                    words.Add(text[start..i]);
                }

                start = i + 1;
            }
        }

        return words;
    }

    private static FrozenSet<string> Words(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
