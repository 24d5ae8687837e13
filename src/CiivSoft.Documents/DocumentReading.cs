using System.Collections.Immutable;

namespace CiivSoft.Documents;

/// <summary>The outcome of reading one document; every document has one.</summary>
public sealed record DocumentReading
{
    /// <summary>What became of the document.</summary>
    public required DocumentVerdict Verdict { get; init; }

    /// <summary>Why there is no text, without words of the document. Null for the two parsed verdicts.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a password would have opened the document. False for all verdicts but <see cref="DocumentVerdict.Unreadable"/>.</summary>
    public bool NeedsPassword { get; init; }

    /// <summary>
    /// The visible text in reading order: NFC, LF between lines, no empty lines, no control characters; three blanks
    /// stand for a tab or a wide gap. At most a million characters. Empty unless parsed.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>Findings, at most one for each kind and detail. Empty for <see cref="DocumentVerdict.Parsed"/>.</summary>
    public ImmutableArray<DocumentWarning> Warnings { get; init; } = [];

    /// <summary>The format found in the content.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether <see cref="Text"/> can be used.</summary>
    public bool IsParsed => Verdict is DocumentVerdict.Parsed or DocumentVerdict.ParsedWithWarning;

    /// <summary>How many hidden characters were left out of <see cref="Text"/>.</summary>
    public int HiddenTextRemoved =>
        Warnings.Where(warning => warning.Kind == DocumentWarningKind.HiddenText).Sum(warning => warning.Count);

    /// <summary>
    /// The verdict as people read it: <c>parsed</c>, <c>parsed with warning</c>, <c>unreadable (reason)</c>,
    /// <c>needs OCR</c> or <c>quarantined</c>.
    /// </summary>
    public string Describe() =>
        Verdict switch
        {
            DocumentVerdict.Parsed => "parsed",
            DocumentVerdict.ParsedWithWarning => "parsed with warning",
            DocumentVerdict.Unreadable => $"unreadable ({Reason})",
            DocumentVerdict.NeedsOcr => "needs OCR",
            DocumentVerdict.Quarantined => "quarantined",
            _ => throw new InvalidOperationException($"There is no verdict {Verdict}."),
        };
}
