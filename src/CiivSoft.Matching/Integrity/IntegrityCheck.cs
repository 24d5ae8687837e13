using CiivSoft.Matching.Requirements;

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
        var resume = Term.Of(resumeText);
        var posting = Term.Of(postingText);
        var pasted = PastedPosting.Find(WordHashes.Of(resumeText), WordHashes.Of(postingText).Shingles.ToArray().ToHashSet());
        return
        [
            .. InjectedInstructions
                .Find(resumeText)
                .Concat(pasted)
                .Concat(
                    KeywordStuffing.Find(resume, posting).Where(flag => !pasted.Exists(paste => Overlap(paste, flag)))
                )
                .OrderBy(flag => flag.Start),
        ];
    }

    /// <summary>The text with what is flagged as pasted blanked out: what a person wrote. Offsets stay.</summary>
    public static string WithoutPasted(string text, IEnumerable<IntegrityFlag> flags)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(flags);
        var kept = text.ToCharArray();
        foreach (var flag in flags.Where(flag => flag.Kind == IntegrityKind.PastedPosting))
        {
            for (var i = flag.Start; i < flag.Start + flag.Length; i++)
            {
                kept[i] = Redaction.TextLines.IsBreak(kept[i]) ? kept[i] : ' ';
            }
        }

        return new string(kept);
    }

    private static bool Overlap(IntegrityFlag one, IntegrityFlag other) =>
        one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;
}
