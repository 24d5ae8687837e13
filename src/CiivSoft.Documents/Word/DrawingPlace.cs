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
        if (IsOff(Offset(drawing.Child("positionH")), width) || IsOff(Offset(drawing.Child("positionV")), height))
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

        return
            IsOff(Length(properties["margin-left"]), Length(properties["width"]))
            || IsOff(Length(properties["margin-top"]), Length(properties["height"]))
            ? Techniques.OffPage
            : null;
    }

    private static bool IsOff(double? offset, double? extent) =>
        offset is > FarAwayPoints or < -FarAwayPoints || (offset < -72 && offset + extent < -72);

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
