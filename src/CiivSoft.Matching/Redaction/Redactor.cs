using System.Buffers;
using CiivSoft.Matching.Profiles;

namespace CiivSoft.Matching.Redaction;

/// <summary>
/// Removes what must not be scored: name, contact details, address, photo, age, gender, family, origin and years of
/// study. Swapping those in a résumé leaves the same words on the same lines.
/// </summary>
public static class Redactor
{
    private static readonly SearchValues<char> FactMarks = SearchValues.Create(":：=-–—");

    /// <summary>The text without what identifies <paramref name="person"/> or says a protected attribute.</summary>
    public static RedactedText Redact(string text, PersonDetails person)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(person);
        var lines = TextLines.Of(text);
        var sections = SectionFinder.Find(lines);
        var zone = PersonalZone.Of(lines, sections);
        var mask = new RedactionMask(text);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank)
            {
                RedactFacts(mask, lines[i], zone[i]);
                ContactRedactor.Redact(mask, lines[i], zone[i], person);
            }
        }

        NameRedactor.Redact(mask, lines, zone, person);
        for (var i = 0; i < lines.Count; i++)
        {
            if (zone[i])
            {
                ZoneRedactor.Redact(mask, lines[i]);
            }

            GenderWords.Redact(mask, lines[i], zone[i]);
        }

        GraduationYears.Redact(mask, lines, sections);
        RedactWhatIsBare(mask, lines, zone);
        BlankPunctuation(mask, lines);
        return mask.ToRedactedText();
    }

    // Behind a fact that is gone the next one stands by itself: "Marital status: … Passport number: …".
    private static void RedactWhatIsBare(RedactionMask mask, IReadOnlyList<TextLine> lines, bool[] zone)
    {
        for (var before = -1; mask.Marked > before; )
        {
            before = mask.Marked;
            var masked = TextLines.Of(mask.Masked());
            for (var i = 0; i < lines.Count; i++)
            {
                if (!masked[i].IsBlank && mask.FirstKind(lines[i].Start, lines[i].Length) != RedactionKind.None)
                {
                    RedactFacts(mask, masked[i], zone[i]);
                }
            }
        }
    }

    // A comma that is left of an address would make a line of it: lines are counted, and addresses differ.
    private static void BlankPunctuation(RedactionMask mask, IReadOnlyList<TextLine> lines)
    {
        foreach (var line in lines)
        {
            var kind = mask.FirstKind(line.Start, line.Length);
            if (kind != RedactionKind.None && !mask.HasWord(line.Start, line.Length))
            {
                mask.Mark(kind, line.Start, line.Length);
            }
        }
    }

    internal static void RedactFacts(RedactionMask mask, TextLine line, bool inZone)
    {
        // A fact has a colon or a dash after its label, and most lines have neither.
        if (line.Span.IndexOfAny(FactMarks) >= 0)
        {
            Mark(mask, PersonalPatterns.Facts, line);
            if (inZone)
            {
                Mark(mask, PersonalPatterns.ZoneFacts, line);
            }
        }

        foreach (var (kind, pattern) in PersonalPatterns.Phrases)
        {
            Mark(mask, kind, pattern, line);
        }
    }

    private static void Mark(RedactionMask mask, LabelledFacts facts, TextLine line)
    {
        foreach (var (kind, index, length) in facts.Find(line.ToString()))
        {
            mask.Mark(kind, line.Start + index, length);
        }
    }

    private static void Mark(
        RedactionMask mask,
        RedactionKind kind,
        System.Text.RegularExpressions.Regex pattern,
        TextLine line
    )
    {
        foreach (var match in pattern.EnumerateMatches(line.Span))
        {
            mask.Mark(kind, line.Start + match.Index, match.Length);
        }
    }
}
