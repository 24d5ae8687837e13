namespace CiivSoft.Documents;

/// <summary>What a document is by its content; its file name has no say.</summary>
public enum DocumentFormat
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Office Open XML text, with or without macros.</summary>
    Docx,

    /// <summary>Word 97–2003, read through an installed converter only.</summary>
    LegacyWord,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>HTML or XHTML.</summary>
    Html,

    /// <summary>Plain text in any Unicode encoding or Windows-1252.</summary>
    PlainText,

    /// <summary>A bitmap: PNG, JPEG, GIF, TIFF, BMP or WebP.</summary>
    Image,
}
