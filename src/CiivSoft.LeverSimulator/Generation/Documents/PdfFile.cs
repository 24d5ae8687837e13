using System.Globalization;
using System.Text;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>
/// A small PDF writer: pages of text in the standard fonts, lines, boxes and one grey picture. PdfPig's builder was tried first: it
/// writes a random file id (the same world must give the same bytes) and takes standard fonts in StandardEncoding only, so that é
/// comes out as Ø.
/// </summary>
internal sealed class PdfFile
{
    /// <summary>A4, in points.</summary>
    public const double PageWidth = 595;

    /// <summary>A4, in points.</summary>
    public const double PageHeight = 842;

    private readonly List<StringBuilder> _pages = [];
    private readonly List<PdfFont> _fonts = [];
    private (byte[] Grey, int Width, int Height)? _picture;

    public int PageCount => _pages.Count;

    public void AddPage() => _pages.Add(new StringBuilder());

    /// <summary>Places are in points from the lower left corner, the baseline's; colours are 0xRRGGBB.</summary>
    public void WriteText(int page, string text, PdfFont font, double size, double x, double y, int color = 0x1A1A1A)
    {
        var number = _fonts.IndexOf(font);
        if (number < 0)
        {
            number = _fonts.Count;
            _fonts.Add(font);
        }

        Append(page, $"{Color(color)} rg BT /F{number} {size:0.##} Tf {x:0.##} {y:0.##} Td (");
        foreach (var code in PdfFont.Encode(text))
        {
            if (code is (byte)'(' or (byte)')' or (byte)'\\')
            {
                _pages[page].Append('\\');
            }

            // One char a byte: the stream is written as Latin-1.
            _pages[page].Append((char)code);
        }

        _pages[page].Append(") Tj ET\n");
    }

    public void FillBox(int page, double x, double y, double width, double height, int color) =>
        Append(page, $"{Color(color)} rg {x:0.##} {y:0.##} {width:0.##} {height:0.##} re f\n");

    /// <summary>Fills a page of its own with a picture, one byte a dot, 0 black, rows from the top.</summary>
    public void AddPicturePage(byte[] grey, int width, int height)
    {
        _picture = (grey, width, height);
        AddPage();
        Append(PageCount - 1, $"q {PageWidth} 0 0 {PageHeight} 0 0 cm /Im0 Do Q\n");
    }

    public byte[] Build(string title)
    {
        var objects = new PdfObjects();
        var catalog = objects.Reserve();
        var pages = objects.Reserve();
        var resources = objects.Reserve();
        var kids = new StringBuilder();
        foreach (var page in _pages)
        {
            var content = objects.AddStream("", Encoding.Latin1.GetBytes(page.ToString()));
            var number = objects.Add(
                $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Resources {resources} 0 R /Contents {content} 0 R >>"
            );
            kids.Append(CultureInfo.InvariantCulture, $"{number} 0 R ");
        }

        objects.Set(catalog, $"<< /Type /Catalog /Pages {pages} 0 R /Lang (en-GB) >>");
        objects.Set(pages, $"<< /Type /Pages /Count {PageCount} /Kids [{kids}] >>");
        objects.Set(resources, $"<< /Font << {Fonts(objects)}>> {Picture(objects)}>>");
        var info = objects.Add($"<< /Title ({Escape(title)}) /Producer (Lever simulator) >>");
        return objects.Build(catalog, info);
    }

    private string Fonts(PdfObjects objects)
    {
        var list = new StringBuilder();
        for (var number = 0; number < _fonts.Count; number++)
        {
            var font = objects.Add(
                $"<< /Type /Font /Subtype /Type1 /BaseFont /{_fonts[number].Name} /Encoding /WinAnsiEncoding >>"
            );
            list.Append(CultureInfo.InvariantCulture, $"/F{number} {font} 0 R ");
        }

        return list.ToString();
    }

    private string Picture(PdfObjects objects)
    {
        if (_picture is not { } picture)
        {
            return "";
        }

        var number = objects.AddStream(
            $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /ColorSpace /DeviceGray /BitsPerComponent 8 ",
            picture.Grey
        );
        return $"/XObject << /Im0 {number} 0 R >> ";
    }

    private static string Color(int rgb) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{((rgb >> 16) & 255) / 255.0:0.###} {((rgb >> 8) & 255) / 255.0:0.###} {(rgb & 255) / 255.0:0.###}"
        );

    private static string Escape(string text) =>
        text.Replace("\\", "", StringComparison.Ordinal)
            .Replace("(", "", StringComparison.Ordinal)
            .Replace(")", "", StringComparison.Ordinal);

    private void Append(int page, FormattableString text) =>
        _pages[page].Append(text.ToString(CultureInfo.InvariantCulture));
}
