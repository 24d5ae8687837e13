using CiivSoft.Matching.Redaction;

namespace CiivSoft.Matching.Profiles;

/// <summary>Cuts a résumé into sections at its headings.</summary>
internal static class SectionFinder
{
    private const int MaxHeadingLength = 60;
    private const int MaxHeadingWords = 6;

    /// <summary>The sections in order; the first is the header, which may have no lines.</summary>
    public static IReadOnlyList<Section> Find(string text) => Find(TextLines.Of(text));

    public static IReadOnlyList<Section> Find(IReadOnlyList<TextLine> lines)
    {
        var sections = new List<Section>();
        var (kind, first) = (SectionKind.Header, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (HeadingOf(lines[i]) is not { } next)
            {
                continue;
            }

            sections.Add(Cut(lines, kind, first, i));
            (kind, first) = (next, i);
        }

        sections.Add(Cut(lines, kind, first, lines.Count));
        return sections;
    }

    /// <summary>The kind of section that a line opens; null for a line that is no heading.</summary>
    public static SectionKind? HeadingOf(TextLine line)
    {
        var span = line.Span.Trim();
        var colon = span.IndexOfAny(':', '：');
        if (colon > 0 && colon < span.Length - 1)
        {
            // "Languages: English, French" opens a section too; "Experience: 5 years" is a fact in a list.
            return
                KindOf(line, line.Start + line.Span.IndexOfAny(':', '：'))
                    is { } kind
                        and (SectionKind.Languages or SectionKind.Education)
                ? kind
                : null;
        }

        return line.WrittenLength is 0 or > MaxHeadingLength || span[^1] is '.' or ',' or ';'
            ? null
            : KindOf(line, line.End);
    }

    private static SectionKind? KindOf(TextLine line, int end)
    {
        var words = TextWord.Of(line.Source, line.Start, end - line.Start);
        if (words.Count == 0 || words[0].StartsLower)
        {
            return null;
        }

        if (words.Count > MaxHeadingWords)
        {
            // "E X P E R I E N C E": spaced letters are one word.
            return words.TrueForAll(word => word.Length == 1)
                ? SectionHeadings.KindOf(string.Concat(words.Select(word => word.Folded)))
                : null;
        }

        var plain = string.Join(' ', words.Select(word => word.Folded).Where(word => word is not "my"));
        return SectionHeadings.KindOf(plain)
            ?? SectionHeadings.KindOf(plain.Replace(" and ", " ", StringComparison.Ordinal));
    }

    private static Section Cut(IReadOnlyList<TextLine> lines, SectionKind kind, int first, int end)
    {
        if (first == end)
        {
            return new Section(kind, first, 0, first < lines.Count ? lines[first].Start : 0, 0);
        }

        return new Section(kind, first, end - first, lines[first].Start, lines[end - 1].End - lines[first].Start);
    }
}
