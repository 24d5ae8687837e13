using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>A résumé cut for searching: sentences of the redacted text, wrapped lines joined.</summary>
internal static class ResumeSentences
{
    private const int MaxLength = 600;

    public static IReadOnlyList<ResumeSentence> Of(string redacted)
    {
        var lines = TextLines.Of(redacted);
        var sentences = new List<ResumeSentence>();
        foreach (var section in SectionFinder.Find(lines))
        {
            AddSection(sentences, redacted, lines, section);
        }

        return sentences;
    }

    private static void AddSection(
        List<ResumeSentence> sentences,
        string text,
        IReadOnlyList<TextLine> lines,
        Section section
    )
    {
        var start = -1;
        var end = section.FirstLine + section.LineCount;
        for (var i = section.FirstLine; i < end; i++)
        {
            if (lines[i].IsBlank)
            {
                Add(sentences, text, start, i > 0 ? lines[i - 1].End : 0, section.Kind);
                start = -1;
                continue;
            }

            start = start < 0 ? lines[i].Start : start;
            if (i + 1 == end || !Continues(lines[i], lines[i + 1]) || lines[i].End - start > MaxLength)
            {
                Add(sentences, text, start, lines[i].End, section.Kind);
                start = -1;
            }
        }
    }

    // A long line followed by one that starts in lower case is one sentence, wrapped.
    private static bool Continues(TextLine line, TextLine next)
    {
        var head = next.Span.TrimStart();
        var tail = line.Span.TrimEnd();
        return head.Length > 0
            && char.IsLower(head[0])
            && tail.Length > 60
            && tail[^1] is not ('.' or ':' or ';' or '!');
    }

    private static void Add(List<ResumeSentence> sentences, string text, int start, int end, SectionKind section)
    {
        if (start < 0 || end <= start)
        {
            return;
        }

        var first = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && !IsEnd(text, i, end))
            {
                continue;
            }

            var stop = i < end ? i + 1 : i;
            var terms = Term.Of(text, first, stop - first);
            if (terms.Count > 0)
            {
                sentences.Add(
                    new ResumeSentence(first, stop - first, section, terms, [.. terms.Select(term => term.Stem)])
                );
            }

            first = stop;
        }
    }

    private static bool IsEnd(string text, int i, int end) =>
        text[i] is '•' or '●' or '▪' or ';'
        || (
            text[i] is '.' or '!' or '?' && i + 2 < end && char.IsWhiteSpace(text[i + 1]) && !char.IsLower(text[i + 2])
        );
}
