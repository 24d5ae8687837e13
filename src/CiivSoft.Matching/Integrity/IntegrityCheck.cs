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
        var pasted = PastedPosting.Find(resume, posting).ToList();
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

    private static bool Overlap(IntegrityFlag one, IntegrityFlag other) =>
        one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;
}
