using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>Lays a résumé out as a Word document.</summary>
internal sealed class DocxResume
{
    private readonly ResumeContent _resume;
    private readonly string _accent;

    private DocxResume(ResumeContent resume)
    {
        _resume = resume;
        _accent = resume.Style.Accent.ToString("X6", CultureInfo.InvariantCulture);
    }

    public static byte[] Write(ResumeContent resume)
    {
        var writer = new DocxResume(resume);
        var content = resume.Style.Layout switch
        {
            ResumeLayout.SideColumn => writer.TwoColumns(),
            ResumeLayout.DatesInTable => writer.WithDatesTable(),
            _ => writer.OneColumn(),
        };
        var page = new SectionProperties(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1000,
                Bottom = 1000,
                Left = 1080,
                Right = 1080,
                Header = 500,
                Footer = 500,
                Gutter = 0,
            }
        );
        var body = new Body(content);
        body.AppendChild(page);
        return DocxPackage.Write(new Document(body), resume.Style.IsSerif ? "Georgia" : "Calibri");
    }

    private OpenXmlElement[] OneColumn() => [.. Header(withContact: true), .. _resume.Sections.SelectMany(InFull)];

    private OpenXmlElement[] TwoColumns()
    {
        IEnumerable<OpenXmlElement> side =
        [
            Heading("Contact"),
            .. _resume.Contact.Select(part => Text(part)),
            .. _resume.Sections.Where(section => section.IsSide).SelectMany(InFull),
        ];
        var main = _resume.Sections.Where(section => !section.IsSide).SelectMany(InFull);
        var table = Table([2900, 6840], [Row(Cell(2900, side), Cell(6840, main))]);
        return [.. Header(withContact: false), table, new Paragraph()];
    }

    private OpenXmlElement[] WithDatesTable() =>
        [.. Header(withContact: true), .. _resume.Sections.SelectMany(DatesSection)];

    private IEnumerable<OpenXmlElement> DatesSection(ResumeSection section)
    {
        if (section.Blocks.All(block => block.Dates.Length == 0))
        {
            return InFull(section);
        }

        var rows = section.Blocks.Select(block =>
            Row(Cell(2100, [Text(block.Dates)]), Cell(7640, [Strong(block.Title), .. Lines(block)]))
        );
        return [Heading(section.Heading), Table([2100, 7640], rows)];
    }

    private IEnumerable<Paragraph> Header(bool withContact)
    {
        yield return Styled("Title", Run(_resume.Name, color: _accent));
        if (_resume.Headline.Length > 0)
        {
            yield return Text(_resume.Headline);
        }

        if (withContact)
        {
            yield return Text(string.Join(" | ", _resume.Contact));
        }
    }

    private IEnumerable<OpenXmlElement> InFull(ResumeSection section) =>
        [Heading(section.Heading), .. section.Blocks.SelectMany(Block)];

    private static IEnumerable<Paragraph> Block(ResumeBlock block)
    {
        if (block.Title.Length > 0)
        {
            var title = Strong(block.Title);
            title.Append(new Run(new TabChar()), Run(block.Dates));
            yield return title;
        }

        foreach (var line in Lines(block))
        {
            yield return line;
        }
    }

    private static IEnumerable<Paragraph> Lines(ResumeBlock block)
    {
        if (block.Place.Length > 0)
        {
            yield return Text(block.Place);
        }

        foreach (var line in block.Lines)
        {
            yield return block.IsList ? Styled("ListBullet", Run(line)) : Text(line);
        }
    }

    private Paragraph Heading(string text) =>
        Styled("Heading1", Run(_resume.Style.IsUpperCase ? text.ToUpperInvariant() : text, color: _accent));

    private static Paragraph Strong(string text) => Styled("Entry", Run(text, isBold: true));

    private static Paragraph Text(string text) => new(Run(text));

    private static Paragraph Styled(string style, Run run) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);

    private static Run Run(string text, bool isBold = false, string? color = null)
    {
        var properties = new RunProperties();
        if (isBold)
        {
            properties.AppendChild(new Bold());
        }

        if (color is not null)
        {
            properties.AppendChild(new Color { Val = color });
        }

        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Table Table(ImmutableArray<int> widths, IEnumerable<TableRow> rows)
    {
        var total = widths.Sum().ToString(CultureInfo.InvariantCulture);
        var grid = new TableGrid(
            widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })
        );
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = total, Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            grid
        );
        table.Append(rows);
        return table;
    }

    private static TableRow Row(params TableCell[] cells) => new(cells.AsEnumerable<OpenXmlElement>());

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> content)
    {
        var cell = new TableCell(
            new TableCellProperties(
                new TableCellWidth
                {
                    Width = width.ToString(CultureInfo.InvariantCulture),
                    Type = TableWidthUnitValues.Dxa,
                }
            )
        );
        cell.Append(content);
        return cell;
    }
}
