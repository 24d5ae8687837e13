using CiivSoft.Matching.Profiles;

namespace CiivSoft.Matching.Redaction;

/// <summary>The lines where a person introduces themselves: the header, and sections on contact and personal details.</summary>
internal static class PersonalZone
{
    private const int MaxHeaderLines = 14;
    private const int SentenceWords = 14;

    /// <summary>For each line whether it lies in the zone.</summary>
    public static bool[] Of(IReadOnlyList<TextLine> lines, IReadOnlyList<Section> sections)
    {
        var zone = new bool[lines.Count];
        foreach (var section in sections)
        {
            if (section.Kind is SectionKind.Contact or SectionKind.Personal)
            {
                MarkBlock(lines, section.FirstLine + 1, section.FirstLine + section.LineCount, zone);
            }
            else if (section.Kind == SectionKind.Header)
            {
                MarkBlock(lines, 0, section.LineCount, zone);
            }
        }

        return zone;
    }

    private static void MarkBlock(IReadOnlyList<TextLine> lines, int first, int end, bool[] zone)
    {
        var seen = 0;
        for (var i = first; i < end && seen < MaxHeaderLines; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            var text = lines[i].ToString();
            if (PersonalPatterns.WorkDates.IsMatch(text) || IsSentence(text))
            {
                return;
            }

            zone[i] = true;
            seen++;
        }
    }

    // Prose without contact details: the summary has begun, headed or not.
    private static bool IsSentence(string line) =>
        TextWord.Of(line, 0, line.Length).Count > SentenceWords
        && !ContactPatterns.Any(line)
        && !line.Contains('|', StringComparison.Ordinal);
}
