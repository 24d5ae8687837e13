namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>A column of text that runs over as many pages as it needs.</summary>
/// <param name="file">Where it is written.</param>
/// <param name="x">The left edge, in points.</param>
/// <param name="width">In points.</param>
/// <param name="top">Where it begins on the first page; later pages begin at the margin.</param>
internal sealed class PdfColumn(PdfFile file, double x, double width, double top)
{
    public const double Margin = 48;
    private const double LineSpacing = 1.32;

    /// <summary>The next line's top, from the bottom of the page.</summary>
    public double Y { get; private set; } = top;

    public int Page { get; private set; }

    /// <summary>A column that begins where another one stands.</summary>
    public static PdfColumn At(PdfFile file, double x, double width, PdfColumn other) =>
        new(file, x, width, other.Y) { Page = other.Page };

    public void Skip(double points) => Y -= points;

    /// <summary>Starts on a new page when less than this is left, so that a heading is not parted from what follows.</summary>
    public void Keep(double points)
    {
        if (Y - points >= Margin)
        {
            return;
        }

        Page++;
        Y = PdfFile.PageHeight - Margin;
        while (file.PageCount <= Page)
        {
            file.AddPage();
        }
    }

    public void Write(string text, PdfFont font, double size, int color = 0x1A1A1A, double indent = 0)
    {
        foreach (var line in font.Wrap(text, size, width - indent))
        {
            Keep(size * LineSpacing);
            Y -= size * LineSpacing;
            file.WriteText(Page, line, font, size, x + indent, Y, color);
        }
    }

    public void WriteListItem(string text, string bullet, PdfFont font, double size)
    {
        const double indent = 11;
        var isFirst = true;
        foreach (var line in font.Wrap(text, size, width - indent))
        {
            Keep(size * LineSpacing);
            Y -= size * LineSpacing;
            if (isFirst)
            {
                file.WriteText(Page, bullet, font, size, x + 1, Y);
            }

            file.WriteText(Page, line, font, size, x + indent, Y);
            isFirst = false;
        }
    }

    /// <summary>One line with something at its right end; the left part is wrapped when both do not fit.</summary>
    public void WriteWithRight(string left, PdfFont leftFont, string right, PdfFont rightFont, double size)
    {
        var rightWidth = rightFont.Measure(right, size);
        Keep(size * LineSpacing * 2);
        var first = Y - (size * LineSpacing);
        foreach (var line in leftFont.Wrap(left, size, width - rightWidth - 12))
        {
            Y -= size * LineSpacing;
            file.WriteText(Page, line, leftFont, size, x, Y);
        }

        file.WriteText(Page, right, rightFont, size, x + width - rightWidth, first, 0x555555);
    }

    public void Rule(int color)
    {
        Y -= 4;
        file.FillBox(Page, x, Y, width, 0.8, color);
        Y -= 3;
    }
}
