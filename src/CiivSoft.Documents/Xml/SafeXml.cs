using System.Xml;
using System.Xml.Linq;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Xml;

/// <summary>Reads XML without document types, entities or anything outside the stream, and with limits.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1024,
    };

    /// <exception cref="XmlException">The XML is broken or has a document type.</exception>
    /// <exception cref="DocumentLimitException">It is nested too deeply or has too many nodes.</exception>
    public static XElement Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        return Load(reader);
    }

    private static XElement Load(XmlReader reader)
    {
        XElement? root = null;
        var current = root;
        var nodes = 0;
        while (reader.Read())
        {
            if (++nodes > DocumentLimits.MaxXmlNodes || reader.Depth > DocumentLimits.MaxNesting)
            {
                throw new DocumentLimitException("XML of too many or too deeply nested elements");
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var element = ReadElement(reader);
                    current?.Add(element);
                    root ??= element;
                    current = isEmpty ? current : element;
                    break;
                case XmlNodeType.EndElement:
                    current = current?.Parent;
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace:
                    current?.Add(new XText(reader.Value));
                    break;
                default:
                    break;
            }
        }

        return root ?? throw new XmlException("There is no element.");
    }

    private static XElement ReadElement(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (!IsNamespaceDeclaration(reader))
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }

        return element;
    }

    private static bool IsNamespaceDeclaration(XmlReader reader) =>
        reader.NamespaceURI.Equals(XNamespace.Xmlns.NamespaceName, StringComparison.Ordinal);
}
