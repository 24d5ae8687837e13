using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>One of PDF's standard fonts in Windows-1252, with the advance widths of Adobe's metrics files.</summary>
internal sealed class PdfFont
{
    private const int FirstCharacter = 32;

    // Widths of the characters 32 to 126 in thousandths of the font size.
    private const string HelveticaWidths =
        "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
        + "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
        + "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584";

    private const string HelveticaBoldWidths =
        "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 "
        + "975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 "
        + "333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584";

    private const string TimesWidths =
        "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 "
        + "921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 "
        + "333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541";

    private const string TimesBoldWidths =
        "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 "
        + "930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 "
        + "333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!; // 1252 is among the provider's code pages.

    public static readonly PdfFont Helvetica = new("Helvetica", HelveticaWidths);
    public static readonly PdfFont HelveticaBold = new("Helvetica-Bold", HelveticaBoldWidths);
    public static readonly PdfFont Times = new("Times-Roman", TimesWidths);
    public static readonly PdfFont TimesBold = new("Times-Bold", TimesBoldWidths);

    private readonly ImmutableArray<int> _widths;

    private PdfFont(string name, string widths)
    {
        Name = name;
        _widths = [.. widths.Split(' ').Select(width => int.Parse(width, CultureInfo.InvariantCulture))];
    }

    public string Name { get; }

    /// <summary>Whether the font has all of these characters.</summary>
    public static bool CanWrite(string text)
    {
        try
        {
            Windows1252.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <exception cref="EncoderFallbackException">The font lacks a character.</exception>
    public static byte[] Encode(string text) => Windows1252.GetBytes(text);

    /// <summary>In points.</summary>
    public double Measure(string text, double size)
    {
        var width = 0;
        foreach (var letter in text)
        {
            width += WidthOf(letter);
        }

        return width * size / 1000;
    }

    /// <summary>Breaks at blanks; a word wider than the line stands alone.</summary>
    public IEnumerable<string> Wrap(string text, double size, double width)
    {
        var line = new StringBuilder();
        var used = 0.0;
        var blank = Measure(" ", size);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var wide = Measure(word, size);
            if (line.Length > 0 && used + blank + wide > width)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }

            used += line.Length > 0 ? blank + wide : wide;
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private int WidthOf(char letter)
    {
        if (letter - FirstCharacter < _widths.Length && letter >= FirstCharacter)
        {
            return _widths[letter - FirstCharacter];
        }

        return letter switch
        {
            '•' => 350,
            '—' => 1000,
            '–' or '€' or '£' => 556,
            '’' or '‘' => 222,
            // An accent changes no width, so the letter below it tells.
            _ => letter.ToString().Normalize(NormalizationForm.FormD)[0] is var below && below != letter
                ? WidthOf(below)
                : 556,
        };
    }
}
