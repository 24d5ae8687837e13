namespace CiivSoft.Documents.Reading;

/// <summary>What a reader made of a document, before <see cref="Text.TextCleaner"/>.</summary>
internal sealed record ReadText
{
    /// <summary>Visible text in reading order.</summary>
    public required string Text { get; init; }

    /// <summary>Why the text lives in pictures, or null when it does not.</summary>
    public string? OcrReason { get; init; }
}
