using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>Lays a résumé out on PDF pages.</summary>
internal sealed class PdfResume
{
    private const double Size = 9.8;
    private const double SideWidth = 148;
    private const double DatesWidth = 104;
    private const double Gap = 22;
    private readonly ResumeContent _resume;
    private readonly PdfFile _file = new();
    private readonly PdfFont _regular;
    private readonly PdfFont _bold;

    private PdfResume(ResumeContent resume)
    {
        _resume = resume;
        (_regular, _bold) = resume.Style.IsSerif
            ? (PdfFont.Times, PdfFont.TimesBold)
            : (PdfFont.Helvetica, PdfFont.HelveticaBold);
        _file.AddPage();
    }

    /// <exception cref="System.Text.EncoderFallbackException">The text has letters beyond Windows-1252.</exception>
    public static byte[] Write(ResumeContent resume)
    {
        var writer = new PdfResume(resume);
        switch (resume.Style.Layout)
        {
            case ResumeLayout.SideColumn:
                writer.WriteTwoColumns();
                break;
            case ResumeLayout.DatesInTable:
                writer.WriteWithDatesColumn();
                break;
            default:
                writer.WriteOneColumn();
                break;
        }

        return writer._file.Build("Curriculum Vitae");
    }

    private static double FullWidth => PdfFile.PageWidth - (2 * PdfColumn.Margin);

    private void WriteOneColumn()
    {
        var column = new PdfColumn(_file, PdfColumn.Margin, FullWidth, PdfFile.PageHeight - PdfColumn.Margin);
        WriteHeader(column, string.Join("  |  ", _resume.Contact));
        WriteSections(column, _resume.Sections);
    }

    private void WriteTwoColumns()
    {
        var header = new PdfColumn(_file, PdfColumn.Margin, FullWidth, PdfFile.PageHeight - PdfColumn.Margin);
        WriteHeader(header, "");
        header.Skip(6);
        var side = new PdfColumn(_file, PdfColumn.Margin, SideWidth, header.Y);
        var mainWidth = FullWidth - SideWidth - Gap;
        var main = new PdfColumn(_file, PdfColumn.Margin + SideWidth + Gap, mainWidth, header.Y);
        WriteHeading(side, "Contact");
        foreach (var part in _resume.Contact)
        {
            WriteBreakable(side, part);
        }

        WriteSections(side, [.. _resume.Sections.Where(section => section.IsSide)]);
        WriteSections(main, [.. _resume.Sections.Where(section => !section.IsSide)]);
    }

    // Dates stand in a column of their own, as in a table without lines.
    private void WriteWithDatesColumn()
    {
        var column = new PdfColumn(_file, PdfColumn.Margin, FullWidth, PdfFile.PageHeight - PdfColumn.Margin);
        WriteHeader(column, string.Join("  |  ", _resume.Contact));
        foreach (var section in _resume.Sections)
        {
            WriteHeading(column, section.Heading);
            var rows = new PdfColumnPair(_file, column, DatesWidth, FullWidth);
            foreach (var block in section.Blocks)
            {
                rows.WriteRow(dates => dates.Write(block.Dates, _regular, Size), text => WriteBody(text, block));
            }

            column = rows.Continue();
        }
    }

    private void WriteHeader(PdfColumn column, string contact)
    {
        column.Write(_resume.Name, _bold, 20, _resume.Style.Accent);
        if (_resume.Headline.Length > 0)
        {
            column.Write(_resume.Headline, _regular, 11.5, 0x555555);
        }

        if (contact.Length > 0)
        {
            column.Skip(2);
            column.Write(contact, _regular, 9.2, 0x444444);
        }
    }

    private void WriteSections(PdfColumn column, ImmutableArray<ResumeSection> sections)
    {
        foreach (var section in sections)
        {
            WriteHeading(column, section.Heading);
            foreach (var block in section.Blocks)
            {
                WriteBlock(column, block);
                column.Skip(4);
            }
        }
    }

    private void WriteHeading(PdfColumn column, string heading)
    {
        column.Keep(60);
        column.Skip(9);
        column.Write(
            _resume.Style.IsUpperCase ? heading.ToUpperInvariant() : heading,
            _bold,
            11.5,
            _resume.Style.Accent
        );
        column.Rule(_resume.Style.Accent);
    }

    private void WriteBlock(PdfColumn column, ResumeBlock block)
    {
        if (block.Title.Length > 0)
        {
            column.Keep(42);
            column.WriteWithRight(block.Title, _bold, block.Dates, _regular, Size + 0.4);
        }

        WriteLines(column, block);
    }

    private void WriteBody(PdfColumn column, ResumeBlock block)
    {
        if (block.Title.Length > 0)
        {
            column.Write(block.Title, _bold, Size + 0.4);
        }

        WriteLines(column, block);
    }

    private void WriteLines(PdfColumn column, ResumeBlock block)
    {
        if (block.Place.Length > 0)
        {
            column.Write(block.Place, _regular, Size, 0x444444);
        }

        foreach (var line in block.Lines)
        {
            if (block.IsList)
            {
                column.WriteListItem(line, _resume.Style.Bullet, _regular, Size);
            }
            else
            {
                column.Write(line, _regular, Size);
            }
        }
    }

    // An address is wider than the side column now and then: it breaks behind the @ or a slash.
    private void WriteBreakable(PdfColumn column, string text)
    {
        if (_regular.Measure(text, 9) <= SideWidth || text.Contains(' ', StringComparison.Ordinal))
        {
            column.Write(text, _regular, 9);
            return;
        }

        var cut = text.LastIndexOfAny(['@', '/']) + 1;
        column.Write(text[..cut], _regular, 9);
        column.Write(text[cut..], _regular, 9);
    }
}

/// <summary>Two columns whose rows begin at the same height.</summary>
internal sealed class PdfColumnPair(PdfFile file, PdfColumn start, double firstWidth, double width)
{
    private const double Gap = 10;
    private PdfColumn _current = start;

    public void WriteRow(Action<PdfColumn> first, Action<PdfColumn> second)
    {
        _current.Keep(46);
        var left = PdfColumn.At(file, PdfColumn.Margin, firstWidth, _current);
        var right = PdfColumn.At(file, PdfColumn.Margin + firstWidth + Gap, width - firstWidth - Gap, _current);
        first(left);
        second(right);
        right.Skip(5);
        _current = right;
    }

    /// <summary>A column of the full width below the last row.</summary>
    public PdfColumn Continue() => PdfColumn.At(file, PdfColumn.Margin, width, _current);
}
