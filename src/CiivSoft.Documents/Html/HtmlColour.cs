using System.Drawing;
using System.Globalization;
using System.Runtime.InteropServices;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Html;

/// <summary>A colour of CSS: names, <c>#</c> with 3, 4, 6 or 8 digits, <c>rgb()</c> and <c>hsl()</c> in both spellings.</summary>
/// <param name="Ink">The colour at full strength.</param>
/// <param name="Alpha">0 is invisible, 1 covers.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HtmlColour(Ink Ink, double Alpha)
{
    private static readonly char[] Separators = [',', ' ', '/', '\t', '\n', '\r'];

    public static HtmlColour Black { get; } = new(Ink.FromRgb(0, 0, 0), 1);

    public static HtmlColour Transparent { get; } = Black with { Alpha = 0 };

    /// <summary>Null for what is no colour and for ways of mixing colours that are not computed here.</summary>
    public static HtmlColour? Parse(string value)
    {
        var text = value.Trim();
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && text.EndsWith(')') ? OfFunction(text[..bracket], text[(bracket + 1)..^1])
            : OfDigits(text) is { } colour ? colour
            : OfName(text);
    }

    private static HtmlColour? OfName(string name)
    {
        if (string.Equals(name, "transparent", StringComparison.OrdinalIgnoreCase))
        {
            return Transparent;
        }

        // The framework's names are those of CSS, but for the British spelling and the colours of windows and menus.
        var known = Color.FromName(name.Replace("grey", "gray", StringComparison.OrdinalIgnoreCase));
        return known is { IsKnownColor: true, IsSystemColor: false }
            ? new HtmlColour(Ink.FromRgb(known.R, known.G, known.B), 1)
            : null;
    }

    private static HtmlColour? OfDigits(string text)
    {
        var digits = text.TrimStart('#');
        if (digits.Length is 3 or 4 && text[0] == '#')
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        var alpha = 255;
        var isKnown =
            digits.Length == 6
            || (
                digits.Length == 8
                && int.TryParse(digits[6..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out alpha)
            );
        return isKnown && Ink.Parse(digits[..6]) is { } ink ? new HtmlColour(ink, alpha / 255.0) : null;
    }

    private static HtmlColour? OfFunction(string name, string arguments)
    {
        var parts = arguments.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var alpha = parts.Length == 4 ? Number(parts[3], 1) : 1;
        if (parts.Length is not (3 or 4) || alpha is null)
        {
            return null;
        }

        var ink = name.ToUpperInvariant() switch
        {
            "RGB" or "RGBA" => OfRgb(parts),
            "HSL" or "HSLA" => OfHsl(parts),
            _ => null,
        };
        return ink is { } known ? new HtmlColour(known, Math.Clamp(alpha.Value, 0, 1)) : null;
    }

    private static Ink? OfRgb(string[] parts) =>
        (Number(parts[0], 255), Number(parts[1], 255), Number(parts[2], 255)) is ({ } red, { } green, { } blue)
            ? new Ink(Share(red / 255), Share(green / 255), Share(blue / 255))
            : null;

    /// <summary>The formula is that of CSS Color 4, section 7.1.</summary>
    private static Ink? OfHsl(string[] parts)
    {
        var hue = Number(parts[0].Replace("deg", "", StringComparison.OrdinalIgnoreCase), 360);
        return (hue, Number(parts[1], 1), Number(parts[2], 1)) is ({ } degrees, { } saturation, { } lightness)
            ? new Ink(Channel(0), Channel(8), Channel(4))
            : null;

        double Channel(int offset)
        {
            var place = (((offset + (degrees / 30)) % 12) + 12) % 12;
            var swing = saturation * Math.Min(lightness, 1 - lightness);
            return Share(lightness - (swing * Math.Max(-1, Math.Min(Math.Min(place - 3, 9 - place), 1))));
        }
    }

    private static double Share(double value) => Math.Clamp(value, 0, 1);

    /// <summary>A number, or a percentage of a whole.</summary>
    private static double? Number(string text, double whole) =>
        double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? text.EndsWith('%')
                ? number / 100 * whole
                : number
            : null;
}
