using System.Globalization;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Html;

/// <summary>How text looks at one place of a page, as far as that decides whether it is seen.</summary>
internal sealed record HtmlLook
{
    private const double LeastOpacity = 0.1;

    /// <summary>Null when it cannot be told.</summary>
    public HtmlColour? Colour { get; init; } = HtmlColour.Black;

    /// <summary>Null when a picture or gradient lies behind.</summary>
    public Ink? Ground { get; init; } = Ink.White;

    public double Points { get; init; } = 12;

    /// <summary>Hides this and everything inside; null when seen.</summary>
    public string? HiddenBy { get; init; }

    public bool IsInvisible { get; init; }

    public HtmlVariables Variables { get; init; } = HtmlVariables.None;

    /// <summary>Its children stand side by side, whatever elements they are. Not inherited.</summary>
    public bool IsRow { get; init; }

    public HtmlLook With(Dictionary<string, string> declared)
    {
        var variables = Variables.With(declared);
        var style = declared.ToDictionary(
            entry => entry.Key,
            entry => variables.Resolve(entry.Value),
            StringComparer.OrdinalIgnoreCase
        );
        // Its own background fills the letters instead of standing behind them.
        var isFilled =
            (style.GetValueOrDefault("background-clip") ?? style.GetValueOrDefault("-webkit-background-clip"))
            is "text";
        return this with
        {
            Variables = variables,
            Colour = isFilled ? null : HtmlPaint.TextOf(style, Colour),
            Ground = isFilled ? Ground : HtmlPaint.GroundOf(style, Ground),
            Points = Size(style.GetValueOrDefault("font-size")) ?? Points,
            IsInvisible = style.GetValueOrDefault("visibility") is { } visibility
                ? visibility is "hidden" or "collapse"
                : IsInvisible,
            HiddenBy = HiddenBy ?? Technique(style),
            IsRow = style.GetValueOrDefault("display") is "flex" or "inline-flex" or "grid" or "inline-grid",
        };
    }

    public string? TextHiddenBy() =>
        HiddenBy is not null ? HiddenBy
        : IsInvisible ? Techniques.Vanish
        : Points < 2 ? Techniques.Tiny
        : Colour is { } colour ? HiddenIn(colour)
        : null;

    private string? HiddenIn(HtmlColour colour) =>
        colour.Alpha < LeastOpacity ? Techniques.ZeroOpacity
        : Ground is { } ground && colour.Ink.Over(ground, colour.Alpha).IsLostOn(ground)
            ? ground.IsLostOn(Ink.White) ? Techniques.WhiteOnWhite
                : Techniques.SameAsBox
        : null;

    private static string? Technique(Dictionary<string, string> style)
    {
        if (style.GetValueOrDefault("display") is "none")
        {
            return Techniques.Vanish;
        }

        if (Number(style.GetValueOrDefault("opacity")) < LeastOpacity)
        {
            return Techniques.ZeroOpacity;
        }

        var isFar =
            Number(style.GetValueOrDefault("left")) < -500
            || Number(style.GetValueOrDefault("top")) < -500
            || Number(style.GetValueOrDefault("text-indent")) < -500
            || Number(style.GetValueOrDefault("margin-left")) < -500;
        if (isFar)
        {
            return Techniques.OffPage;
        }

        var isCut =
            style.GetValueOrDefault("overflow") is "hidden" or "clip"
            && (Number(style.GetValueOrDefault("height")) <= 1 || Number(style.GetValueOrDefault("width")) <= 1);
        var isClipped = style.GetValueOrDefault("clip")?.Contains("rect(0", StringComparison.Ordinal) == true;
        return isCut || isClipped ? Techniques.Clipped : null;
    }

    private static double? Number(string? value)
    {
        var digits = (value ?? "").TrimEnd('p', 'x', 't', 'e', 'm', 'r', '%', ' ', 'v', 'w', 'h');
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>Points of an absolute size; relative ones count only when they are next to nothing.</summary>
    private static double? Size(string? value) =>
        value switch
        {
            null => null,
            _ when Number(value) is not { } number => null,
            _ when value.EndsWith("px", StringComparison.Ordinal) => Number(value) * 0.75,
            _ when value.EndsWith("pt", StringComparison.Ordinal) => Number(value),
            _ when value.EndsWith("em", StringComparison.Ordinal) => Number(value) * 12,
            _ when value.EndsWith('%') => Number(value) * 0.12,
            _ when Number(value) == 0 => 0,
            _ => null,
        };
}
