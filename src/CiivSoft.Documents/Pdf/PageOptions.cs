using UglyToad.PdfPig;

namespace CiivSoft.Documents.Pdf;

/// <summary>PdfPig makes the page factory itself and hands it these, so they carry what a page needs to know.</summary>
internal sealed class PageOptions : ParsingOptions
{
    public OptionalContent Layers { get; } = new();
}
