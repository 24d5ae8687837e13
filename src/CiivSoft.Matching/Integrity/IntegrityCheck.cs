using System.Buffers;
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
        var borrowed = Borrowed(
            WordHashes.Of(resumeText),
            rows,
            WordHashes.Of(postingText).ToSet(),
            ContentRows.Of(postingText).ToSet()
        );
        return
        [
            .. InjectedInstructions
                .Find(resumeText)
                .Concat(borrowed)
                .Concat(KeywordStuffing.Repeats(rows))
                .OrderBy(flag => flag.Start),
        ];
    }

    /// <summary>The text with what is pasted, stuffed or said to a program blanked out: what counts. Offsets stay.</summary>
    public static string WithoutBorrowed(string text, IEnumerable<IntegrityFlag> flags)
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

        return new string(kept);
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

    /// <summary>What is the posting's and not the person's: sentences word for word, and rows of its words.</summary>
    internal static IReadOnlyList<IntegrityFlag> Borrowed(
        WordHashes resume,
        ContentRows rows,
        IReadOnlySet<ulong> shingles,
        IReadOnlySet<ulong> stems
    )
    {
        var pasted = PastedPosting.Find(resume, shingles);
        return
        [
            .. pasted,
            .. KeywordStuffing.Rows(rows, stems).Where(flag => !pasted.Exists(paste => Overlap(paste, flag))),
        ];
    }

    private static bool Overlap(IntegrityFlag one, IntegrityFlag other) =>
        one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;
}
