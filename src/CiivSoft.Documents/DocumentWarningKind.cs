namespace CiivSoft.Documents;

/// <summary>What was odd about a document whose text can be used.</summary>
public enum DocumentWarningKind
{
    /// <summary>Text that a reader of the page would not see was left out of the text.</summary>
    HiddenText,

    /// <summary>The file's name claims another format than its content has.</summary>
    WrongExtension,

    /// <summary>A part of the file is missing or broken; the rest was read.</summary>
    Damaged,

    /// <summary>The file is encrypted and opens without a password.</summary>
    Encrypted,

    /// <summary>Scripts, macros, launch actions, attachments or external references; none is ever followed.</summary>
    ActiveContent,

    /// <summary>Control, bidirectional or zero-width characters, or more combining marks than any script needs, were removed.</summary>
    OddCharacters,

    /// <summary>Words mix letters of scripts that look alike.</summary>
    MixedScripts,

    /// <summary>More pages, nesting or characters than a document may have; the text is its beginning.</summary>
    Shortened,

    /// <summary>Some pages are pictures without text.</summary>
    PicturePages,

    /// <summary>The text, or a part of it, was recognised from a picture.</summary>
    RecognisedText,

    /// <summary>The encoding was guessed or does not hold everywhere.</summary>
    DoubtfulEncoding,

    /// <summary>The document holds next to no text.</summary>
    LittleText,
}
