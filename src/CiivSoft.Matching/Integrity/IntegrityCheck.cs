namespace CiivSoft.Matching.Integrity;

/// <summary>Looks for text that is meant to deceive a screening program.</summary>
public static class IntegrityCheck
{
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

    /// <summary>The text with what is flagged as pasted or stuffed blanked out: what a person wrote. Offsets stay.</summary>
    public static string WithoutBorrowed(string text, IEnumerable<IntegrityFlag> flags)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(flags);
        var kept = text.ToCharArray();
        foreach (
            var flag in flags.Where(flag => flag.Kind is IntegrityKind.PastedPosting or IntegrityKind.KeywordStuffing)
        )
        {
            for (var i = flag.Start; i < flag.Start + flag.Length; i++)
            {
                kept[i] = Redaction.TextLines.IsBreak(kept[i]) ? kept[i] : ' ';
            }
        }

        return new string(kept);
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
