using System.IO.Compression;
using System.Security;
using System.Text;

namespace CiivSoft.Cli.Audits.Abuse.Files;

/// <summary>Writes a résumé as a plain Word document, with room for paragraphs of any look.</summary>
internal sealed class DocxWriter(string text)
{
    private const string Types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private const string Relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    private const string Head =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
        + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><w:body>";

    private readonly List<string> _blocks = [.. text.Split('\n').Select(line => Paragraph(line))];

    public int BlockCount => _blocks.Count;

    /// <summary>Key words of the document's properties.</summary>
    public string Keywords { get; set; } = "";

    public static string Paragraph(string text, string look = "") =>
        $"<w:p><w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(Printable(text))}</w:t></w:r></w:p>";

    public void Insert(int place, string block) => _blocks.Insert(place, block);

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Types);
            Add(zip, "_rels/.rels", Relations);
            Add(zip, "word/document.xml", $"{Head}{string.Concat(_blocks)}</w:body></w:document>");
            if (Keywords.Length > 0)
            {
                Add(
                    zip,
                    "docProps/core.xml",
                    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\">"
                        + $"<cp:keywords>{SecurityElement.Escape(Keywords)}</cp:keywords></cp:coreProperties>"
                );
            }
        }

        return file.ToArray();
    }

    private static string Printable(string text) => string.Concat(text.Where(c => c >= ' ' && !char.IsSurrogate(c)));

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
