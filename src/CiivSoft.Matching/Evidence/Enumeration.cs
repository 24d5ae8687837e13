using System.Buffers;

namespace CiivSoft.Matching.Evidence;

/// <summary>Items one after the other, as under "Skills": what is quoted of them is the item found and a few beside it.</summary>
internal static class Enumeration
{
    private const int Length = 60;
    private const int LongestItem = 25;

    private static readonly SearchValues<char> Separators = SearchValues.Create(",;|•·");

    // "Languages: C#, Java | Tools: Git": these part lists from one another.
    private static readonly SearchValues<char> Borders = SearchValues.Create("|•");

    /// <summary>Whole items around what was found; null when the stretch is no enumeration, or a short one.</summary>
    public static (int First, int Last)? Around(string text, int first, int last, int foundStart, int foundEnd)
    {
        var separators = text.AsSpan(first, last - first).CountAny(Separators);
        if (last - first <= Length || separators * LongestItem < last - first)
        {
            return null;
        }

        first = Back(text, foundStart, first, Borders);
        last = Ahead(text, foundEnd, last, Borders);
        var (from, to) = (Back(text, foundStart, first, Separators), Ahead(text, foundEnd, last, Separators));
        while (true)
        {
            if (to < last && Ahead(text, to + 1, last, Separators) is var end && end - from <= Length)
            {
                to = end;
            }
            else if (from > first && Back(text, from - 1, first, Separators) is var start && to - start <= Length)
            {
                from = start;
            }
            else
            {
                return (from, to);
            }
        }
    }

    private static int Back(string text, int at, int limit, SearchValues<char> stops)
    {
        while (at > limit && !stops.Contains(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int Ahead(string text, int at, int limit, SearchValues<char> stops)
    {
        while (at < limit && !stops.Contains(text[at]))
        {
            at++;
        }

        return at;
    }
}
