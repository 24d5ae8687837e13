using System.Buffers;

namespace CiivSoft.Matching.Evidence;

/// <summary>Items one after the other, as under "Skills": what is quoted of them is the item found and a few beside it.</summary>
internal static class Enumeration
{
    private const int Length = 60;
    private const int LongestItem = 25;

    private static readonly SearchValues<char> Separators = SearchValues.Create(",;|•·");

    /// <summary>Whole items around what was found; null when the stretch is no enumeration, or a short one.</summary>
    public static (int First, int Last)? Around(string text, int first, int last, int foundStart, int foundEnd)
    {
        var separators = text.AsSpan(first, last - first).CountAny(Separators);
        if (last - first <= Length || separators * LongestItem < last - first)
        {
            return null;
        }

        var (from, to) = (ItemStart(text, foundStart, first), ItemEnd(text, foundEnd, last));
        while (true)
        {
            if (to < last && ItemEnd(text, to + 1, last) is var end && end - from <= Length)
            {
                to = end;
            }
            else if (from > first && ItemStart(text, from - 1, first) is var start && to - start <= Length)
            {
                from = start;
            }
            else
            {
                return (from, to);
            }
        }
    }

    private static int ItemStart(string text, int at, int limit)
    {
        while (at > limit && !IsSeparator(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int ItemEnd(string text, int at, int limit)
    {
        while (at < limit && !IsSeparator(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsSeparator(char c) => Separators.Contains(c);
}
