using System.Globalization;
using System.Text;

namespace CiivSoft.Cli.Audits.Abuse.Files;

/// <summary>Writes a résumé as a plain PDF, with room for drawing operators before and behind its text.</summary>
internal sealed class PdfWriter
{
    /// <summary>Wide enough for the page at the body's size.</summary>
    public const int LineLength = 88;

    private const int LinesPerPage = 46;
    private const double Left = 60;
    private const double Top = 730;
    private const double Size = 10;
    private const double Leading = 14.5;

    private readonly SortedDictionary<int, byte[]> _objects = [];
    private readonly List<string> _pages = [];

    /// <summary>The pages of a text, at least one.</summary>
    public PdfWriter(string text)
    {
        foreach (var page in Wrap(text).Chunk(LinesPerPage))
        {
            _pages.Add(Show(Left, Top, Size, page));
        }
    }

    public int PageCount => _pages.Count;

    /// <summary>Entries of the document's properties.</summary>
    public string Properties { get; set; } = "";

    /// <summary>Operators that show lines of text, the first at the given place.</summary>
    public static string Show(double x, double y, double size, IEnumerable<string> lines)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {x} {y} Td ");
        foreach (var line in lines)
        {
            content.Append(CultureInfo.InvariantCulture, $"({Escape(line)}) Tj 0 {-size * Leading / Size} Td ");
        }

        return content.Append("ET\n").ToString();
    }

    public static IEnumerable<string> Wrap(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var rest = line.TrimEnd();
            while (rest.Length > LineLength)
            {
                var cut = rest.LastIndexOf(' ', LineLength);
                cut = cut > 0 ? cut : LineLength;
                yield return rest[..cut];
                rest = rest[cut..].TrimStart();
            }

            yield return rest;
        }
    }

    /// <summary>Draws on a page, over what is there or under it.</summary>
    public void Draw(int page, string operators, bool isBehind = false) =>
        _pages[page] = isBehind ? $"q {operators} Q\n{_pages[page]}" : $"{_pages[page]}q {operators} Q\n";

    public byte[] ToBytes()
    {
        var kids = new StringBuilder();
        for (var i = 0; i < _pages.Count; i++)
        {
            var page = 100 + (2 * i);
            kids.Append(CultureInfo.InvariantCulture, $"{page} 0 R ");
            Set(page, $"<</Type/Page/Parent 2 0 R/Contents {page + 1} 0 R>>");
            SetStream(page + 1, "", Encoding.Latin1.GetBytes(_pages[i]));
        }

        Set(1, "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>>>");
        Set(2, $"<</Type/Pages/Kids[{kids}]/Count {_pages.Count}/MediaBox[0 0 612 792]/Resources 6 0 R>>");
        Set(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        Set(6, "<</Font<</F1 5 0 R>>/XObject<</Im 7 0 R>>/ExtGState<</Zero <</ca 0/CA 0>>>>/Properties<</L1 8 0 R>>>>");
        SetStream(7, "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", [200]);
        Set(8, "<</Type/OCG/Name(draft)>>");
        Set(9, $"<<{Properties}>>");
        return Serialize();
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(
                c switch
                {
                    '(' or ')' or '\\' => $"\\{c}",
                    '•' => "\\225",
                    '–' or '—' => "-",
                    '’' => "'",
                    < ' ' => " ",
                    > '\u00FF' => "?",
                    _ => c.ToString(),
                }
            );
        }

        return escaped.ToString();
    }

    private void Set(int number, string body) => _objects[number] = Encoding.Latin1.GetBytes(body);

    private void SetStream(int number, string dictionary, byte[] data) =>
        _objects[number] = [
            .. Encoding.Latin1.GetBytes($"<<{dictionary}/Length {data.Length}>>\nstream\n"),
            .. data,
            .. "\nendstream"u8,
        ];

    private byte[] Serialize()
    {
        using var file = new MemoryStream();
        Write(file, "%PDF-1.7\n");
        var offsets = new List<(int Number, long Offset)>();
        foreach (var (number, body) in _objects)
        {
            offsets.Add((number, file.Position));
            Write(file, $"{number} 0 obj\n");
            file.Write(body);
            Write(file, "\nendobj\n");
        }

        var start = file.Position;
        Write(file, "xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        }

        Write(file, $"trailer\n<</Size {_objects.Keys.Max() + 1}/Root 1 0 R/Info 9 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
