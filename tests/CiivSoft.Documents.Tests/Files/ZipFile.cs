using System.IO.Compression;
using System.Text;

namespace CiivSoft.Documents.Tests.Files;

/// <summary>Writes DOCX and ODT files.</summary>
internal static class ZipFile
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static string[] ResumeParagraphs { get; } =
    [
        "Jane Roe",
        "Registered nurse with nine years of experience in intensive care",
        "St Mary Hospital, ward sister, 2015 to 2024",
        "Skills: triage, wound care, medication management, team leading",
    ];

    public static byte[] Of(params (string Name, string Content)[] parts) =>
        Of([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content)))]);

    public static byte[] Of(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    public static string Paragraph(string text, string runProperties = "") =>
        $"<w:p><w:r><w:rPr>{runProperties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Document(params string[] blocks) =>
        $"<w:document xmlns:w=\"{Word}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
        + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
        + $"<w:body>{string.Concat(blocks)}</w:body></w:document>";

    public static byte[] Docx(params string[] blocks) => Of(("word/document.xml", Document(blocks)));

    public static byte[] ResumeDocx(params string[] more) =>
        Docx([.. ResumeParagraphs.Select(text => Paragraph(text)), .. more]);

    public static byte[] Odt(string body, string styles = "") =>
        Of(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                    + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                    + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                    + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\">"
                    + $"<office:automatic-styles>{styles}</office:automatic-styles>"
                    + $"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            )
        );

    public static string ResumeOdtBody { get; } =
        string.Concat(ResumeParagraphs.Select(text => $"<text:p>{text}</text:p>"));
}
