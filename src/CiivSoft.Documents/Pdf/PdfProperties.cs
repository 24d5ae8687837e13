using CiivSoft.Documents.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace CiivSoft.Documents.Pdf;

/// <summary>What a PDF carries beside its pages.</summary>
internal static class PdfProperties
{
    public static void Inspect(PdfDocument document, Findings findings)
    {
        var information = document.Information;
        var xmp = XmpProperties.Of(document);
        ReportOnce([information.Keywords, information.Subject], xmp.ValuesOf("Keywords", "subject", "description"));
        ReportOnce([information.Title], xmp.ValuesOf("title"));
        ReportOnce([information.Author], xmp.ValuesOf("creator"));
        var catalog = document.Structure.Catalog.CatalogDictionary;
        var scanner = document.Structure.TokenScanner;
        var names = catalog.Find<DictionaryToken>("Names", scanner);
        Report("scripts", names?.Has("JavaScript") ?? false);
        Report("attached files", names?.Has("EmbeddedFiles") ?? false);
        var opening = catalog.Find<DictionaryToken>("OpenAction", scanner)?.FindName("S", scanner);
        Report("an action when the file is opened", opening is "JavaScript" or "Launch" or "URI" or "SubmitForm");

        void Report(string detail, bool isThere) =>
            findings.Add(DocumentWarningKind.ActiveContent, detail, isThere ? 1 : 0);

        // XMP mostly repeats what the dictionary says.
        void ReportOnce(IEnumerable<string?> values, IEnumerable<string> repeated) =>
            _ = DocumentProperties.Report(values, findings) || DocumentProperties.Report(repeated, findings);
    }
}
