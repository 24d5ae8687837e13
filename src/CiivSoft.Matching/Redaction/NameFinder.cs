namespace CiivSoft.Matching.Redaction;

/// <summary>
/// Finds a known name in a line. A part of it alone never counts here, so Baker and Young stay words; two parts
/// together, or a part with the other's initial, do.
/// </summary>
internal static class NameFinder
{
    private const int MinJoinedLength = 6;

    /// <summary>Stretches of the line that are the name, as word indexes (first, count).</summary>
    public static IEnumerable<(int First, int Count)> Find(
        PersonName name,
        IReadOnlyList<TextWord> words,
        string text,
        bool inPersonalZone
    )
    {
        for (var i = 0; i < words.Count; i++)
        {
            var count = SequenceAt(name, words, i, text, inPersonalZone);
            if (count == 0 && IsJoined(name, words[i].Folded))
            {
                count = 1;
            }

            if (count > 0)
            {
                yield return (i, count);
                i += count - 1;
            }
        }
    }

    /// <summary>True when every word of the line belongs to the name: "SMITH", "van den Berg, Anna M.".</summary>
    public static bool IsNothingElse(PersonName name, IReadOnlyList<TextWord> words) =>
        words.Count > 0
        && (
            (words.All(word => Belongs(name, word.Folded)) && words.Any(word => name.IsPart(word.Folded)))
            || IsJoined(name, string.Concat(words.Select(word => word.Folded)))
        );

    private static bool Belongs(PersonName name, string folded) =>
        name.IsPart(folded) || name.IsParticle(folded) || name.IsInitial(folded, "") || PersonName.IsTitle(folded);

    private static int SequenceAt(
        PersonName name,
        IReadOnlyList<TextWord> words,
        int first,
        string text,
        bool inPersonalZone
    )
    {
        var parts = new HashSet<string>();
        var initials = 0;
        var end = first;
        for (var i = first; i < words.Count; i++)
        {
            if (i > first && !IsNameGap(text, words[i - 1].End, words[i].Start))
            {
                break;
            }

            var word = words[i];
            if (name.IsPart(word.Folded) && (inPersonalZone || !word.StartsLower))
            {
                parts.Add(word.Folded);
                end = i + 1;
            }
            else if (IsInitialOf(name, words, i, text, inPersonalZone))
            {
                initials++;
                end = Math.Max(end, i + 1);
            }
            else if (!IsLink(name, word, parts.Count > 0))
            {
                break;
            }
        }

        var enough = parts.Count >= 2 || (parts.Count == 1 && (initials > 0 || IsWholeScriptName(name, parts)));
        return enough ? end - first : 0;
    }

    private static bool IsLink(PersonName name, TextWord word, bool afterPart) =>
        name.IsParticle(word.Folded) || (afterPart && word.Length == 1 && !word.StartsLower);

    private static bool IsInitialOf(
        PersonName name,
        IReadOnlyList<TextWord> words,
        int i,
        string text,
        bool inPersonalZone
    )
    {
        var word = words[i];
        if (word.Length != 1 || word.StartsLower)
        {
            return false;
        }

        var dotted = word.End < text.Length && text[word.End] == '.';
        var partner =
            i + 1 < words.Count && name.IsPart(words[i + 1].Folded) ? words[i + 1].Folded
            : i > 0 && name.IsPart(words[i - 1].Folded) ? words[i - 1].Folded
            : null;
        return (dotted || inPersonalZone) && partner is not null && name.IsInitial(word.Folded, partner);
    }

    // A name written without spaces is one part, and no word of another language is spelt so.
    private static bool IsWholeScriptName(PersonName name, HashSet<string> parts) =>
        name.IsSingle && parts.First() is { Length: >= 2 } part && part[0] >= '\u2E80';

    private static bool IsJoined(PersonName name, string folded) =>
        name.FullParts.Count > 1
        && folded.Length >= MinJoinedLength
        && (
            string.Equals(folded, name.Joined, StringComparison.Ordinal)
            || string.Equals(folded, name.JoinedBackwards, StringComparison.Ordinal)
        );

    private static bool IsNameGap(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && !".,-'’‘`\"“”()‐‑–_·".Contains(text[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return end - start <= 6;
    }
}
