namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>A page as a scanner gives it: a grey picture of the text, slightly crooked and speckled, without any text in the file.</summary>
internal sealed class ScannedPdf
{
    // 100 dots an inch on A4.
    private const int Width = 827;
    private const int Height = 1169;
    private const int Scale = 2;
    private const int Advance = (DotLetters.Width + 1) * Scale;
    private const int LineHeight = (DotLetters.Height + 4) * Scale;
    private const int Margin = 60;
    private readonly byte[] _page = new byte[Width * Height];
    private readonly Dice _dice;

    private ScannedPdf(Dice dice) => _dice = dice;

    public static byte[] Write(ResumeContent resume, Dice dice)
    {
        var scan = new ScannedPdf(dice);
        scan.FillPaper();
        scan.WriteLines(LinesOf(resume));
        var file = new PdfFile();
        file.AddPicturePage(scan._page, Width, Height);
        return file.Build("Scan");
    }

    private static IEnumerable<string> LinesOf(ResumeContent resume)
    {
        const int lettersALine = (Width - (2 * Margin)) / Advance;
        IEnumerable<string> text =
        [
            resume.Name,
            resume.Headline,
            .. resume.Contact,
            .. resume.Sections.SelectMany(section =>
                section.Blocks.SelectMany(TextOf).Prepend(section.Heading).Prepend("")
            ),
        ];
        return text.SelectMany(line =>
            line.Length == 0 ? [""] : line.Chunk(lettersALine).Select(letters => new string(letters))
        );
    }

    private static IEnumerable<string> TextOf(ResumeBlock block)
    {
        string[] head = [block.Title, block.Place, block.Dates];
        return head.Where(text => text.Length > 0)
            .Concat(block.Lines.Select(line => (block.IsList ? "- " : "") + line));
    }

    private void FillPaper()
    {
        for (var dot = 0; dot < _page.Length; dot++)
        {
            _page[dot] = (byte)(244 + (dot * 7 % 5));
        }

        for (var speck = 0; speck < 900; speck++)
        {
            _page[_dice.Next(0, _page.Length)] = (byte)_dice.Next(120, 220);
        }
    }

    private void WriteLines(IEnumerable<string> lines)
    {
        var y = Margin;
        foreach (var line in lines.TakeWhile(_ => y < Height - Margin))
        {
            for (var letter = 0; letter < line.Length; letter++)
            {
                // Half a percent of slope: the sheet lay crooked.
                var x = Margin + (letter * Advance);
                WriteLetter(DotLetters.Of(line[letter]), x, y + (x / 200));
            }

            y += LineHeight;
        }
    }

    private void WriteLetter(ReadOnlySpan<byte> rows, int left, int top)
    {
        for (var row = 0; row < rows.Length * Scale; row++)
        {
            for (var column = 0; column < DotLetters.Width * Scale; column++)
            {
                var isInk = (rows[row / Scale] >> (DotLetters.Width - 1 - (column / Scale)) & 1) == 1;
                var (x, y) = (left + column, top + row);
                if (isInk && x < Width && y < Height)
                {
                    _page[(y * Width) + x] = (byte)_dice.Next(20, 70);
                }
            }
        }
    }
}
