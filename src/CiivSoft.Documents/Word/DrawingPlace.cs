using System.Globalization;
using System.Xml.Linq;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>Whether a drawing or text box is where a reader of the page can see it.</summary>
internal static class DrawingPlace
{
    private const double EmuPerPoint = 12_700;

    /// <summary>Wider than any page that a résumé is printed on, in points.</summary>
    private const double FarAwayPoints = 1_600;

    private const double LeastSidePoints = 2;

    /// <summary>From the page's edge, in points: how far inside it a box is taken to be for one just outside.</summary>
    private const double EdgePoints = 72;

    /// <summary>A margin of three inches holds a side bar.</summary>
    private const double WidestMarginPoints = 216;

    /// <summary>The longer side of legal paper: columns, paragraphs and the far margins start anywhere on the page.</summary>
    private const double LongestSidePoints = 1_008;

    /// <summary>Whether it has a place of its own instead of standing in a line.</summary>
    public static bool Floats(XElement drawing) =>
        drawing.Is("anchor")
        || drawing.Value("style")?.Contains("position:absolute", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>How the drawing is hidden, or null when it is seen.</summary>
    public static string? HiddenBy(XElement drawing) =>
        drawing.Name.LocalName switch
        {
            "anchor" or "inline" => OfDrawing(drawing),
            "shape" or "rect" or "roundrect" or "group" => OfVml(drawing.Value("style") ?? ""),
            _ => null,
        };

    private static string? OfDrawing(XElement drawing)
    {
        if (drawing.Child("docPr").Value("hidden") is "1" or "true" || drawing.Value("hidden") is "1" or "true")
        {
            return Techniques.Vanish;
        }

        var (width, height) = (Points(drawing.Child("extent"), "cx"), Points(drawing.Child("extent"), "cy"));
        if (IsOff(drawing.Child("positionH"), width) || IsOff(drawing.Child("positionV"), height))
        {
            return Techniques.OffPage;
        }

        var growsWithText = drawing.Descendants().Any(element => element.Is("spAutoFit"));
        return !growsWithText && (width < LeastSidePoints || height < LeastSidePoints) ? Techniques.Clipped : null;
    }

    private static string? OfVml(string style)
    {
        var properties = style
            .Split(';')
            .Select(property => property.Split(':'))
            .Where(property => property.Length == 2)
            .ToLookup(property => property[0].Trim(), property => property[1].Trim());
        if (properties["visibility"].Contains("hidden", StringComparer.Ordinal))
        {
            return Techniques.Vanish;
        }

        return IsOff("left", "horizontal", "width") || IsOff("top", "vertical", "height") ? Techniques.OffPage : null;

        bool IsOff(string side, string direction, string extent) =>
            IsOffPage(
                Length(properties[$"margin-{side}"]),
                Length(properties[extent]),
                properties[$"mso-position-{direction}-relative"].FirstOrDefault()
            );
    }

    private static bool IsOff(XElement? position, double? extent) =>
        IsOffPage(Offset(position), extent, position.Value("relativeFrom"));

    private static bool IsOffPage(double? offset, double? extent, string? origin) =>
        offset > FarAwayPoints || offset + (extent ?? 0) < -ReachOf(origin);

    /// <summary>How far from the page's left or upper edge an offset may start.</summary>
    private static double ReachOf(string? origin) =>
        origin switch
        {
            "page" or "leftMargin" or "topMargin" or "left-margin-area" or "top-margin-area" => EdgePoints,
            "margin" => WidestMarginPoints,
            _ => LongestSidePoints,
        };

    private static double? Offset(XElement? position) =>
        double.TryParse(
            position.Child("posOffset")?.Value,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var emu
        )
            ? emu / EmuPerPoint
            : null;

    private static double? Points(XElement? element, string attribute) => element.Number(attribute) / EmuPerPoint;

    private static double? Length(IEnumerable<string> values)
    {
        var value = values.FirstOrDefault() ?? "";
        var factor =
            value.EndsWith("in", StringComparison.Ordinal) ? 72
            : value.EndsWith("pt", StringComparison.Ordinal) ? 1
            : 0.75;
        var digits = value.TrimEnd('p', 't', 'i', 'n', 'x');
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number * factor
            : null;
    }
}
