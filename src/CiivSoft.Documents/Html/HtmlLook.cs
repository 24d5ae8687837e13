using System.Globalization;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Html;

/// <summary>How text looks at one place of a page, as far as that decides whether it is seen.</summary>
internal sealed record HtmlLook
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["white"] = "FFFFFF",
        ["black"] = "000000",
        ["red"] = "FF0000",
        ["green"] = "008000",
        ["blue"] = "0000FF",
        ["yellow"] = "FFFF00",
        ["gray"] = "808080",
        ["grey"] = "808080",
        ["silver"] = "C0C0C0",
        ["navy"] = "000080",
        ["snow"] = "FFFAFA",
        ["whitesmoke"] = "F5F5F5",
        ["ivory"] = "FFFFF0",
    };

    public Ink Ink { get; init; } = Ink.FromRgb(0, 0, 0);

    /// <summary>Null when a picture or gradient lies behind.</summary>
    public Ink? Ground { get; init; } = Ink.White;

    public double Points { get; init; } = 12;

    /// <summary>Hides this and everything inside; null when seen.</summary>
    public string? HiddenBy { get; init; }

    public bool IsInvisible { get; init; }

    /// <summary>Its children stand side by side, whatever elements they are. Not inherited.</summary>
    public bool IsRow { get; init; }

    public HtmlLook With(Dictionary<string, string> style)
    {
        var background = style.GetValueOrDefault("background") ?? "";
        var hasPicture =
            style.ContainsKey("background-image")
            || background.Contains("url(", StringComparison.OrdinalIgnoreCase)
            || background.Contains("gradient", StringComparison.OrdinalIgnoreCase);
        var ground = Colour(style.GetValueOrDefault("background-color")) ?? Colour(background);
        return this with
        {
            Ink = Colour(style.GetValueOrDefault("color")) ?? Ink,
            Ground = hasPicture ? null : ground ?? Ground,
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
        : Ground is { } ground && Ink.IsLostOn(ground)
            ? ground.IsLostOn(Ink.White) ? Techniques.WhiteOnWhite
                : Techniques.SameAsBox
        : null;

    private static string? Technique(Dictionary<string, string> style)
    {
        if (style.GetValueOrDefault("display") is "none")
        {
            return Techniques.Vanish;
        }

        if (Number(style.GetValueOrDefault("opacity")) < 0.1 || style.GetValueOrDefault("color") is "transparent")
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

    private static Ink? Colour(string? value)
    {
        var text = (value ?? "").Trim();
        if (text.Length == 4 && text[0] == '#')
        {
            text = $"#{text[1]}{text[1]}{text[2]}{text[2]}{text[3]}{text[3]}";
        }

        if (text.StartsWith("rgb(", StringComparison.OrdinalIgnoreCase) && text.EndsWith(')'))
        {
            var channels = text[4..^1].Split(',').Select(channel => Number(channel.Trim())).ToList();
            return channels is [{ } red, { } green, { } blue]
                ? Reading.Ink.FromRgb((int)red, (int)green, (int)blue)
                : null;
        }

        return Reading.Ink.Parse(Names.GetValueOrDefault(text, text));
    }
}
