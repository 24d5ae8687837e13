namespace CiivSoft.Matching.Integrity;

/// <summary>Something in a résumé's visible text that a person should look at. Never a reason to reject by itself.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">Where it stands in the text, in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Words">How many words are concerned.</param>
public sealed record IntegrityFlag(IntegrityKind Kind, int Start, int Length, int Words);

/// <summary>What a flagged stretch looks like.</summary>
public enum IntegrityKind
{
    /// <summary>Rows of the posting's words without sentences around them.</summary>
    KeywordStuffing = 0,

    /// <summary>Sentences of the posting, word for word.</summary>
    PastedPosting,

    /// <summary>Words that speak to a program instead of a reader.</summary>
    InjectedInstruction,

    /// <summary>One word over and over.</summary>
    RepeatedWord,
}
