using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>
/// Packs a Word document. The SDK's own packaging stamps entries with the time of day and draws random relationship ids, so the same
/// world would not give the same bytes; the four parts are packed here instead.
/// </summary>
internal static class DocxPackage
{
    private const string ContentTypes = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>
        """;

    private const string PackageRelations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    private const string DocumentRelations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>
        """;

    // Zip cannot tell earlier times.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Document document, string font)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", stream => stream.Write(Encoding.UTF8.GetBytes(ContentTypes)));
            Add(zip, "_rels/.rels", stream => stream.Write(Encoding.UTF8.GetBytes(PackageRelations)));
            Add(zip, "word/document.xml", stream => WriteXml(stream, document));
            Add(zip, "word/styles.xml", stream => WriteXml(stream, DocxStyles.Create(font)));
            Add(zip, "word/numbering.xml", stream => WriteXml(stream, DocxStyles.CreateNumbering()));
            Add(zip, "word/_rels/document.xml.rels", stream => stream.Write(Encoding.UTF8.GetBytes(DocumentRelations)));
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        write(stream);
    }

    private static void WriteXml(Stream stream, OpenXmlPartRootElement root)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        writer.WriteStartDocument(standalone: true);
        root.WriteTo(writer);
    }
}
