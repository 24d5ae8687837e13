namespace CiivSoft.Documents.Pdf;

/// <summary>What a page paints, in order of painting.</summary>
/// <param name="Bounds">The visible part of the page.</param>
/// <param name="Glyphs">Every character, hidden ones too.</param>
/// <param name="Areas">Shapes and images that are large enough to carry or cover text.</param>
/// <param name="UnmappedGlyphs">How many characters have no Unicode value.</param>
/// <param name="Failures">How many operators could not be carried out.</param>
/// <param name="HasActiveContent">An annotation starts a program or a script, or carries a file.</param>
internal sealed record PdfPageContent(
    Box Bounds,
    IReadOnlyList<Glyph> Glyphs,
    IReadOnlyList<PaintedArea> Areas,
    int UnmappedGlyphs,
    int Failures,
    bool HasActiveContent
);
