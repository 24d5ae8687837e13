namespace CiivSoft.Documents;

/// <summary>What became of a document. None of these says anything about the person whose document it is.</summary>
public enum DocumentVerdict
{
    /// <summary>The text is complete and nothing about the document was odd.</summary>
    Parsed,

    /// <summary>The text can be used, and <see cref="DocumentReading.Warnings"/> says what was odd.</summary>
    ParsedWithWarning,

    /// <summary>No text could be had; <see cref="DocumentReading.Reason"/> says why.</summary>
    Unreadable,

    /// <summary>The document is made of pictures, and no OCR is installed or it found nothing.</summary>
    NeedsOcr,

    /// <summary>The document broke a limit (time, memory, size) or its reader; it is not worth trying again.</summary>
    Quarantined,
}
