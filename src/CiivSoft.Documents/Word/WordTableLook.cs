using System.Globalization;
using System.Xml.Linq;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>The grounds that a table's style gives to its cells by their place (ECMA-376, 17.7.6).</summary>
internal sealed class WordTableLook
{
    private readonly Dictionary<string, WordShade> _shades = [];
    private readonly XElement? _look;
    private readonly int _rowsPerBand = 1;
    private readonly int _columnsPerBand = 1;

    /// <param name="style">The style and what it is based on, the base first.</param>
    /// <param name="look">Which places the table distinguishes.</param>
    public WordTableLook(IEnumerable<XElement> style, XElement? look)
    {
        _look = look;
        foreach (var step in style)
        {
            var table = step.Child("tblPr");
            _rowsPerBand = (int)(table.Child("tblStyleRowBandSize").Number("val") ?? _rowsPerBand);
            _columnsPerBand = (int)(table.Child("tblStyleColBandSize").Number("val") ?? _columnsPerBand);
            Note("wholeTable", table);
            Note("wholeTable", step.Child("tcPr"));
            foreach (var place in step.Children("tblStylePr"))
            {
                Note(place.Value("type") ?? "", place.Child("tblPr"));
                Note(place.Value("type") ?? "", place.Child("tcPr"));
            }
        }
    }

    public Ink? GroundAt((int At, int Of) row, (int At, int Of) column, Ink? around)
    {
        var ground = around;
        foreach (var place in _shades.Count == 0 ? [] : PlacesOf(row, column))
        {
            ground = _shades.TryGetValue(place, out var shade) ? shade.Ink : ground;
        }

        return ground;
    }

    private void Note(string place, XElement? properties)
    {
        if (WordShade.Of(properties.Child("shd")) is { } shade)
        {
            _shades[place] = shade;
        }
    }

    /// <summary>The names of a cell's places; what comes later wins.</summary>
    private IEnumerable<string> PlacesOf((int At, int Of) row, (int At, int Of) column)
    {
        var isTop = row.At == 0 && Has("firstRow", 0x20);
        var isBottom = row.At == row.Of - 1 && Has("lastRow", 0x40);
        var isLeft = column.At == 0 && Has("firstColumn", 0x80);
        var isRight = column.At == column.Of - 1 && Has("lastColumn", 0x100);
        yield return "wholeTable";
        yield return Has("noVBand", 0x400)
            ? ""
            : $"band{Band(column.At, Has("firstColumn", 0x80), _columnsPerBand)}Vert";
        yield return Has("noHBand", 0x200) ? "" : $"band{Band(row.At, Has("firstRow", 0x20), _rowsPerBand)}Horz";
        yield return isTop ? "firstRow" : "";
        yield return isBottom ? "lastRow" : "";
        yield return isLeft ? "firstCol" : "";
        yield return isRight ? "lastCol" : "";
        yield return (isTop, isBottom, isLeft, isRight) switch
        {
            (true, _, true, _) => "nwCell",
            (true, _, _, true) => "neCell",
            (_, true, true, _) => "swCell",
            (_, true, _, true) => "seCell",
            _ => "",
        };
    }

    /// <summary>1 or 2. The first row or column stands outside of the bands where it is distinguished.</summary>
    private static int Band(int at, bool isFirstApart, int size) =>
        1 + (Math.Max(0, at - (isFirstApart ? 1 : 0)) / Math.Max(1, size) % 2);

    private bool Has(string name, int bit) =>
        _look.Value(name) is { } said
            ? said is "1" or "true" or "on"
            : int.TryParse(
                _look.Value("val"),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var bits
            )
                && (bits & bit) != 0;
}
