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

    /// <summary>Styles with a table style whose first row is dark.</summary>
    public static string TableStyles =>
        "<w:styles xmlns:w=\"w\"><w:style w:type=\"table\" w:styleId=\"Bars\">"
        + "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F3864\"/></w:tcPr></w:tblStylePr>"
        + "<w:tblStylePr w:type=\"band1Horz\"><w:tcPr><w:shd w:val=\"clear\" w:fill=\"F2F2F2\"/></w:tcPr></w:tblStylePr>"
        + "</w:style></w:styles>";

    /// <summary>A table of that style with a row for each text in white.</summary>
    public static string StyledTable(params string[] rows) =>
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Bars\"/><w:tblLook w:val=\"04A0\" w:firstRow=\"1\"/></w:tblPr>"
        + string.Concat(
            rows.Select(text => $"<w:tr><w:tc>{Paragraph(text, "<w:color w:val=\"FFFFFF\"/>")}</w:tc></w:tr>")
        )
        + "</w:tbl>";

    /// <summary>A paragraph with a floating text box 20 points high.</summary>
    /// <param name="text">What it shows.</param>
    /// <param name="origin">What its offset is relative to.</param>
    /// <param name="left">Its offset in points.</param>
    /// <param name="width">Its width in points.</param>
    /// <param name="paragraphProperties">Of the paragraph that it is anchored to.</param>
    public static string TextBox(string text, string origin, int left, int width, string paragraphProperties = "") =>
        $"<w:p><w:pPr>{paragraphProperties}</w:pPr><w:r><w:drawing><wp:anchor>"
        + $"<wp:positionH relativeFrom=\"{origin}\"><wp:posOffset>{left * 12_700}</wp:posOffset></wp:positionH>"
        + $"<wp:extent cx=\"{width * 12_700}\" cy=\"254000\"/>"
        + $"<wps:txbx><w:txbxContent>{Paragraph(text)}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r></w:p>";

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
