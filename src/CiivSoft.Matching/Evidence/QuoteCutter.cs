using System.Collections.Frozen;

namespace CiivSoft.Matching.Evidence;

/// <summary>Cuts a short quote out of a sentence: around what was found, at word ends, clear of redacted parts.</summary>
internal sealed class QuoteCutter(string original, string redacted)
{
    private const int MinLength = 2;
    private const int MaxLead = 50;

    // What a quote that goes on elsewhere does not end with.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joining = FrozenSet
        .ToFrozenSet(
            ["and", "or", "the", "a", "an", "of", "in", "for", "with", "to", "at", "by", "from", "on", "as"],
            StringComparer.OrdinalIgnoreCase
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The quote around a found stretch; null when that stretch itself is redacted. Line breaks end a quote, so that it
    /// reads as one line.
    /// </summary>
    public Quote? Cut(int start, int end, int foundStart, int foundEnd)
    {
        var first = foundStart;
        while (first > start && IsClean(first - 1))
        {
            first--;
        }

        var last = foundStart;
        while (last < end && IsClean(last))
        {
            last++;
        }

        if (last < foundEnd)
        {
            return null;
        }

        (first, last) =
            Enumeration.Around(original, first, last, foundStart, foundEnd)
            ?? Shorten(first, last, foundStart, foundEnd);
        (first, last) = Trim(first, last);
        last = last < end ? WithoutJoining(first, last, foundEnd) : last;
        return last - first < MinLength ? null : new Quote(original[first..last], first);
    }

    private bool IsClean(int i) =>
        original[i] == redacted[i]
        && !Redaction.TextLines.IsBreak(original[i])
        && original[i] != '\t'
        && !char.IsControl(original[i]);

    private (int First, int Last) Shorten(int first, int last, int foundStart, int foundEnd)
    {
        if (last - first <= Quote.MaxLength)
        {
            return (first, last);
        }

        if (foundEnd - first > Quote.MaxLength)
        {
            first = WordStart(Math.Max(first, foundStart - MaxLead), foundStart);
        }

        if (last - first > Quote.MaxLength)
        {
            last = WordEnd(first + Quote.MaxLength, first);
        }

        return (first, Math.Max(last, Math.Min(foundEnd, first + Quote.MaxLength)));
    }

    private int WordStart(int from, int limit)
    {
        var i = from;
        while (i < limit && i > 0 && !char.IsWhiteSpace(original[i - 1]))
        {
            i++;
        }

        return i;
    }

    private int WordEnd(int from, int limit)
    {
        var i = from;
        while (i > limit && !char.IsWhiteSpace(original[i]))
        {
            i--;
        }

        return i > limit ? i : CharacterEnd(from);
    }

    // A pair of surrogates is one character.
    private int CharacterEnd(int i) => char.IsLowSurrogate(original[i]) ? i - 1 : i;

    private (int First, int Last) Trim(int first, int last)
    {
        while (first < last && !IsOpening(original[first]))
        {
            first++;
        }

        while (last > first && !IsClosing(original[last - 1]))
        {
            last--;
        }

        return (first, last);
    }

    private int WithoutJoining(int first, int last, int foundEnd)
    {
        while (true)
        {
            var word = last;
            while (word > first && char.IsLetter(original[word - 1]))
            {
                word--;
            }

            var end = word;
            while (end > first && !IsClosing(original[end - 1]))
            {
                end--;
            }

            if (end < foundEnd || end == word || !Joining.Contains(original.AsSpan(word, last - word)))
            {
                return last;
            }

            last = end;
        }
    }

    private static bool IsOpening(char c) =>
        char.IsLetterOrDigit(c) || c is '(' or '"' or '“' or '.' or '#' or '$' or '€' or '£' || char.IsHighSurrogate(c);

    private static bool IsClosing(char c) =>
        char.IsLetterOrDigit(c)
        || c is ')' or '"' or '”' or '%' or '+' or '#'
        || char.IsLowSurrogate(c)
        || Redaction.Folding.IsMark(c);
}
