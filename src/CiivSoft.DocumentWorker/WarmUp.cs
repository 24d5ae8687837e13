using System.IO.Compression;
using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.DocumentWorker;

/// <summary>Compiles and loads what the first documents need, before any document's time is measured.</summary>
internal static class WarmUp
{
    private const string Page =
        "BT /F1 11 Tf 72 700 Td (Warm-up of a new worker) Tj 0 -14 Td [(with) -250 (two) -250 (lines)] TJ ET"
        + " q 0.9 g 60 600 200 40 re f Q q 1 0 0 1 0 0 cm 60 500 200 40 re W n BT /F1 9 Tf 72 510 Td (clip) Tj ET Q";

    private const string Document =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:rPr>"
        + "<w:b/></w:rPr><w:t>Warm-up of a new worker</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r>"
        + "</w:p></w:tc></w:tr></w:tbl></w:body></w:document>";

    public static void Run()
    {
        DocumentInterpreter.Read(Pdf(), "warm-up.pdf");
        DocumentInterpreter.Read(Docx(), "warm-up.docx");
    }

    private static byte[] Pdf()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(Encoding.ASCII.GetBytes(Page));
        }

        var stream = Convert.ToHexString(compressed.ToArray());
        return Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
                + $" endobj\n4 0 obj <</Length {stream.Length + 1}/Filter[/ASCIIHexDecode/FlateDecode]>> stream\n{stream}>\n"
                + "endstream endobj\n5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
                + "trailer <</Root 1 0 R/Size 6>>\n%%EOF\n"
        );
    }

    private static byte[] Docx()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml").Open())
        {
            part.Write(Encoding.UTF8.GetBytes(Document));
        }

        return file.ToArray();
    }
}
