namespace CiivSoft.Matching.Scoring;

/// <summary>Why a pair has no score of its own.</summary>
public enum UnjudgeableReason
{
    /// <summary>The posting has neither a title nor a text with words in it.</summary>
    PostingWithoutText,

    /// <summary>The posting is in a language that the model does not read.</summary>
    PostingNotEnglish,

    /// <summary>The résumé has too few words to tell what the person did.</summary>
    ResumeTooShort,

    /// <summary>
    /// The résumé is in a language that the model does not read: nothing is said of how well the person fits.
    /// </summary>
    ResumeNotEnglish,
}
