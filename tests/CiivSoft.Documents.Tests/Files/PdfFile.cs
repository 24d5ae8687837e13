using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CiivSoft.Documents.Tests.Files;

/// <summary>Writes small PDFs, right or wrong on purpose. Object 1 is the catalog, 2 the page tree, 5 a font.</summary>
internal sealed class PdfFile
{
    private readonly SortedDictionary<int, byte[]> _objects = [];

    public string Trailer { get; set; } = "";

    public static string Resume =>
        Lines(
            "Jane Roe",
            "Registered nurse with nine years of experience in intensive care",
            "St Mary Hospital, ward sister, 2015 to 2024",
            "Skills: triage, wound care, medication management, team leading"
        );

    /// <summary>Content that shows lines of black text from the top.</summary>
    public static string Lines(params string[] lines) => Text(72, 720, 11, lines);

    public static string Text(double x, double y, double size, params string[] lines)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {x} {y} Td ");
        foreach (var line in lines)
        {
            content.Append(CultureInfo.InvariantCulture, $"({line}) Tj 0 -{size * 1.3} Td ");
        }

        return content.Append("ET\n").ToString();
    }

    public static PdfFile OfPages(params string[] contents)
    {
        var file = new PdfFile();
        var kids = new StringBuilder();
        for (var i = 0; i < contents.Length; i++)
        {
            var page = 100 + (2 * i);
            kids.Append(CultureInfo.InvariantCulture, $"{page} 0 R ");
            file.Set(page, $"<</Type/Page/Parent 2 0 R/Contents {page + 1} 0 R>>");
            file.SetStream(page + 1, "", Encoding.Latin1.GetBytes(contents[i]));
        }

        file.Set(1, "<</Type/Catalog/Pages 2 0 R>>");
        file.Set(2, $"<</Type/Pages/Kids[{kids}]/Count {contents.Length}/MediaBox[0 0 612 792]/Resources 6 0 R>>");
        file.Set(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        file.Set(6, "<</Font<</F1 5 0 R>>>>");
        return file;
    }

    public PdfFile Set(int number, string body)
    {
        _objects[number] = Encoding.Latin1.GetBytes(body);
        return this;
    }

    public PdfFile SetStream(int number, string dictionary, byte[] data, long? length = null)
    {
        var head = Encoding.Latin1.GetBytes($"<<{dictionary}/Length {length ?? data.Length}>>\nstream\n");
        _objects[number] = [.. head, .. data, .. "\nendstream"u8];
        return this;
    }

    public PdfFile WithResources(string resources) => Set(6, $"<</Font<</F1 5 0 R>>{resources}>>");

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        Write(file, "%PDF-1.7\n");
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in _objects)
        {
            offsets[number] = file.Position;
            Write(file, $"{number} 0 obj\n");
            file.Write(body);
            Write(file, "\nendobj\n");
        }

        var start = file.Position;
        Write(file, "xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets)
        {
            Write(file, $"{number} 1\n{offset:D10} 00000 n \n");
        }

        Write(file, $"trailer\n<</Size {offsets.Keys.Max() + 1}/Root 1 0 R{Trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return compressed.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
