using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Html;

/// <summary>What an element's style makes of the colours around it. Null stands for a colour that cannot be told.</summary>
internal static class HtmlPaint
{
    private static readonly string[] Backgrounds = ["background-image", "background-color", "background"];

    public static HtmlColour? TextOf(Dictionary<string, string> style, HtmlColour? around)
    {
        // The prefixed property wins in every browser.
        var value = (style.GetValueOrDefault("-webkit-text-fill-color") ?? style.GetValueOrDefault("color"))?.Trim();
        return value is null ? around
            : HtmlColour.Parse(value) is { } colour ? colour
            : IsComputed(value) ? null
            : value is "initial" ? HtmlColour.Black
            : around;
    }

    public static Ink? GroundOf(Dictionary<string, string> style, Ink? around)
    {
        var values = Backgrounds.Select(style.GetValueOrDefault).OfType<string>().ToList();
        if (values.Exists(IsPicture))
        {
            return null;
        }

        foreach (var token in values.SelectMany(value => HtmlTokens.Of(value, char.IsWhiteSpace)))
        {
            if (HtmlColour.Parse(token) is { } colour)
            {
                return around is { } below ? colour.Ink.Over(below, colour.Alpha)
                    : colour.Alpha >= 1 ? colour.Ink
                    : null;
            }

            if (IsComputed(token) || token.Equals("currentcolor", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return around;
    }

    /// <summary>A function other than those of known colours, or a variable of unknown value.</summary>
    private static bool IsComputed(string value) => value.Contains('(', StringComparison.Ordinal);

    private static bool IsPicture(string background) =>
        background.Contains("url(", StringComparison.OrdinalIgnoreCase)
        || background.Contains("gradient(", StringComparison.OrdinalIgnoreCase)
        || background.Contains("image-set(", StringComparison.OrdinalIgnoreCase);
}
