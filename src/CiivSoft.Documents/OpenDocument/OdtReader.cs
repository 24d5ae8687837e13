using System.Xml.Linq;
using CiivSoft.Documents.Formats;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.OpenDocument;

/// <summary>OpenDocument text to text: headers, body with tables and frames, footers.</summary>
internal static class OdtReader
{
    public static ReadText Read(DocumentSource source)
    {
        using var archive = OfficeArchive.Open(source.Content);
        if (Load(archive, "META-INF/manifest.xml")?.Descendants().Any(part => part.Is("encryption-data")) == true)
        {
            throw UnreadableDocumentException.Protected();
        }

        var content = Load(archive, "content.xml") ?? throw new UnreadableDocumentException("damaged");
        var shared = Load(archive, "styles.xml");
        var walker = new OdtTextWalker(new OdtStyles(shared, content), source.Findings);
        Inspect(archive, source.Findings);
        var text = string.Join(
            '\n',
            Masters("header").Append(content.Child("body") ?? content).Concat(Masters("footer")).Select(Walk)
        );
        return new ReadText
        {
            Text = text,
            OcrReason =
                text.Count(char.IsLetterOrDigit) < 20 && content.Descendants().Any(element => element.Is("image"))
                    ? "the pages are pictures"
                    : null,
        };

        string Walk(XElement root) => walker.Walk(root, OdtStyle.Default, null);

        IEnumerable<XElement> Masters(string kind) =>
            shared.Child("master-styles").Children("master-page").SelectMany(page => page.Children(kind));
    }

    private static XElement? Load(OfficeArchive archive, string part)
    {
        using var stream = archive.OpenPart(part);
        return stream is null ? null : SafeXml.Load(stream);
    }

    private static void Inspect(OfficeArchive archive, Findings findings)
    {
        findings.Add(DocumentWarningKind.ActiveContent, "names that point out of the archive", archive.EscapingNames);
        findings.Add(
            DocumentWarningKind.ActiveContent,
            "macros",
            archive.Names.Any(name => name.StartsWith("Basic/", StringComparison.Ordinal)) ? 1 : 0
        );
        var meta = Load(archive, "meta.xml").Child("meta");
        DocumentProperties.Report(
            [.. meta.Children("keyword").Select(keyword => keyword.Value), meta.Child("subject")?.Value],
            findings
        );
        DocumentProperties.Report([meta.Child("title")?.Value], findings);
        DocumentProperties.Report([meta.Child("description")?.Value], findings);
        DocumentProperties.ReportCustom(meta.Children("user-defined").Select(property => property.Value), findings);
    }
}
