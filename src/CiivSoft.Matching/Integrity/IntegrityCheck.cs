using System.Buffers;
using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;

namespace CiivSoft.Matching.Integrity;

/// <summary>Looks for text that is meant to deceive a screening program.</summary>
public static class IntegrityCheck
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(" \t\u00A0.,;:!?-–—*•●▪·|/()[]\"'“”‘’+&");

    /// <summary>The flags in <paramref name="resumeText"/>, in the order of the text; empty for almost every résumé.</summary>
    /// <param name="resumeText">The résumé.</param>
    /// <param name="postingText">The posting it is compared with; empty to look at the résumé alone.</param>
    public static IReadOnlyList<IntegrityFlag> Find(string resumeText, string postingText)
    {
        ArgumentNullException.ThrowIfNull(resumeText);
        ArgumentNullException.ThrowIfNull(postingText);
        var rows = ContentRows.Of(resumeText);
        var pasted = PastedPosting.Find(WordHashes.Of(resumeText), WordHashes.Of(postingText).ToSet());
        return
        [
            .. InjectedInstructions
                .Find(resumeText)
                .Concat(pasted)
                // What was pasted is full of the posting's words: beside it an honest list would look like one more row.
                .Concat(KeywordStuffing.Rows(rows.Without(pasted), ContentRows.Of(postingText).ToSet()))
                .Concat(KeywordStuffing.Repeats(rows))
                .OrderBy(flag => flag.Start),
        ];
    }

    /// <summary>The text with what is pasted, stuffed or said to a program blanked out: what counts. Offsets stay.</summary>
    public static string WithoutBorrowed(string text, IReadOnlyCollection<IntegrityFlag> flags)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(flags);
        var kept = text.ToCharArray();
        var ends = new List<int>();
        foreach (var flag in flags.Where(flag => flag.Kind != IntegrityKind.RepeatedWord))
        {
            for (var i = flag.Start; i < flag.Start + flag.Length; i++)
            {
                kept[i] = TextLines.IsBreak(kept[i]) ? kept[i] : ' ';
            }

            ends.Add(flag.Start);
            ends.Add(flag.Start + flag.Length);
        }

        foreach (var end in ends)
        {
            BlankLineWithoutWords(kept, Math.Min(end, kept.Length - 1));
        }

        foreach (var flag in flags.Where(flag => flag.Kind == IntegrityKind.PastedPosting))
        {
            BlankHeading(kept, flag);
        }

        return new string(kept);
    }

    // "Objective", with nothing left under it, was written for what was pasted.
    private static void BlankHeading(char[] text, IntegrityFlag pasted)
    {
        var lines = TextLines.Of(new string(text)).Where(line => !line.IsBlank).ToList();
        var heading = lines.FindLastIndex(line => line.Start < pasted.Start);
        if (
            heading >= 0
            && SectionFinder.HeadingOf(lines[heading]) is not null
            && (heading == lines.Count - 1 || SectionFinder.HeadingOf(lines[heading + 1]) is not null)
        )
        {
            text.AsSpan(lines[heading].Start, lines[heading].Length).Fill(' ');
        }
    }

    // A bullet before a stretch or a full stop behind it would make a line of its own.
    private static void BlankLineWithoutWords(char[] text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && !TextLines.IsBreak(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && !TextLines.IsBreak(text[end]))
        {
            end++;
        }

        if (!text.AsSpan(start, end - start).ContainsAnyExcept(Marks))
        {
            text.AsSpan(start, end - start).Fill(' ');
        }
    }
}
