namespace CiivSoft.Matching.Notes;

/// <summary>Why a résumé could not be judged.</summary>
public enum UnreadableReason
{
    /// <summary>The file is broken or not of a kind that can be read.</summary>
    Damaged = 0,

    /// <summary>Pictures of text only.</summary>
    NeedsOcr,

    /// <summary>A password is needed.</summary>
    Encrypted,

    /// <summary>Larger than the limit.</summary>
    TooLarge,

    /// <summary>Kept from being opened because it looks dangerous.</summary>
    Quarantined,

    /// <summary>Hardly any words.</summary>
    TooShort,

    /// <summary>In a language that is not supported.</summary>
    UnsupportedLanguage,

    /// <summary>The applicant tracking system itself could not process the file.</summary>
    NotProcessed,

    /// <summary>The posting, not the résumé, is in a language that is not supported.</summary>
    PostingUnsupportedLanguage,

    /// <summary>The posting has no words to compare with.</summary>
    PostingWithoutText,
}
