using System.Xml;
using System.Xml.Linq;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;
using UglyToad.PdfPig;

namespace CiivSoft.Documents.Pdf;

/// <summary>The metadata that a PDF keeps as XMP, beside or instead of its information dictionary.</summary>
internal sealed class XmpProperties
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Pdf = "http://ns.adobe.com/pdf/1.3/";

    private readonly XElement? _root;

    private XmpProperties(XElement? root) => _root = root;

    public static XmpProperties Of(PdfDocument document)
    {
        try
        {
            return new(
                document.TryGetXmpMetadata(out var xmp)
                    ? SafeXml.Load(new MemoryStream(xmp.GetXmlBytes().ToArray()))
                    : null
            );
        }
        catch (Exception exception)
            when (exception is XmlException or DocumentLimitException || PdfDamage.IsMetBy(exception))
        {
            // Pages do not need it.
            return new(null);
        }
    }

    /// <summary>The values of the document's properties of these names, which stand in elements or attributes.</summary>
    public IEnumerable<string> ValuesOf(params string[] names) =>
        _root
            ?.Descendants()
            .SelectMany(element =>
                element
                    .Attributes()
                    .Where(attribute => IsOne(attribute.Name, names))
                    .Select(attribute => attribute.Value)
                    .Concat(IsOne(element.Name, names) ? Texts(element) : [])
            )
        ?? [];

    // Schemas within the metadata describe properties in names of their own.
    private static bool IsOne(XName name, string[] names) =>
        name.NamespaceName is DublinCore or Pdf && names.Contains(name.LocalName, StringComparer.Ordinal);

    private static IEnumerable<string> Texts(XElement element) =>
        element.DescendantNodes().OfType<XText>().Select(text => text.Value);
}
