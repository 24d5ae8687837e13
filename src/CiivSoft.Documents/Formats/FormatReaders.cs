using CiivSoft.Documents.Html;
using CiivSoft.Documents.OpenDocument;
using CiivSoft.Documents.Pdf;
using CiivSoft.Documents.Plain;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Rtf;
using CiivSoft.Documents.Word;

namespace CiivSoft.Documents.Formats;

/// <summary>Which reader is for which format.</summary>
internal static class FormatReaders
{
    public static Func<DocumentSource, ReadText> For(DocumentFormat format) =>
        format switch
        {
            DocumentFormat.PlainText => PlainTextReader.Read,
            DocumentFormat.Pdf => PdfReader.Read,
            DocumentFormat.Docx => WordReader.Read,
            DocumentFormat.Odt => OdtReader.Read,
            DocumentFormat.Rtf => RtfReader.Read,
            DocumentFormat.Html => HtmlReader.Read,
            DocumentFormat.Image => _ => new ReadText { Text = "", OcrReason = "the file is a picture" },
            DocumentFormat.LegacyWord => _ => throw new UnreadableDocumentException(LegacyWordReason),
            _ => _ => throw new UnreadableDocumentException("not a document"),
        };

    /// <summary>The worker's answer for legacy Word; the pool then tries a converter, if one is installed.</summary>
    public const string LegacyWordReason = "legacy Word format, and no converter is installed";
}
