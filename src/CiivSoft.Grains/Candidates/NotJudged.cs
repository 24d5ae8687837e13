using CiivSoft.Matching.Notes;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Grains.Candidates;

/// <summary>What comes of an application whose texts have no score: it stays where it is, and somebody is told why.</summary>
/// <param name="Verdict">One of <see cref="Verdicts"/>.</param>
/// <param name="Reason">For the note.</param>
/// <param name="Explanation">For dashboard and command line.</param>
/// <param name="IsAboutResume">
/// Then the note is always written, as for a file that cannot be read. What lacks in a posting concerns all its applications:
/// a note on each only where the account wants notes on what was not advanced.
/// </param>
internal sealed record NotJudged(string Verdict, UnreadableReason Reason, string Explanation, bool IsAboutResume)
{
    public static NotJudged For(UnjudgeableReason reason) =>
        reason switch
        {
            UnjudgeableReason.ResumeNotEnglish => new(
                Verdicts.LanguageNotSupported,
                UnreadableReason.UnsupportedLanguage,
                "The résumé is in a language that is not supported.",
                IsAboutResume: true
            ),
            UnjudgeableReason.ResumeTooShort => new(
                Verdicts.TooShort,
                UnreadableReason.TooShort,
                "The résumé has too few words to go by.",
                IsAboutResume: true
            ),
            UnjudgeableReason.PostingNotEnglish => new(
                Verdicts.LanguageNotSupported,
                UnreadableReason.PostingUnsupportedLanguage,
                "The posting is in a language that is not supported.",
                IsAboutResume: false
            ),
            UnjudgeableReason.PostingWithoutText => new(
                Verdicts.NotJudgeable,
                UnreadableReason.PostingWithoutText,
                "The posting has neither a title nor a text to compare with.",
                IsAboutResume: false
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
        };
}
