using System.Xml.Linq;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>What decides whether text of a run can be seen. Null stands for "not said".</summary>
internal sealed record RunFormat
{
    private static readonly Dictionary<string, string> Highlights = new(StringComparer.Ordinal)
    {
        ["black"] = "000000",
        ["blue"] = "0000FF",
        ["cyan"] = "00FFFF",
        ["green"] = "00FF00",
        ["magenta"] = "FF00FF",
        ["red"] = "FF0000",
        ["yellow"] = "FFFF00",
        ["white"] = "FFFFFF",
        ["darkBlue"] = "000080",
        ["darkCyan"] = "008080",
        ["darkGreen"] = "008000",
        ["darkMagenta"] = "800080",
        ["darkRed"] = "800000",
        ["darkYellow"] = "808000",
        ["darkGray"] = "808080",
        ["lightGray"] = "C0C0C0",
    };

    public static RunFormat Default { get; } = new();

    public bool? Vanish { get; init; }

    /// <summary>Null also for the automatic colour, which is always seen.</summary>
    public Ink? Ink { get; init; }

    public double? HalfPoints { get; init; }

    /// <summary>Width of characters in percent.</summary>
    public double? Scale { get; init; }

    public WordShade? Shade { get; init; }

    public bool IsTransparent { get; init; }

    /// <summary>This format with what a <c>w:rPr</c> says.</summary>
    public RunFormat With(XElement? properties)
    {
        if (properties is null)
        {
            return this;
        }

        var colour = properties.Child("color");
        var shade =
            WordShade.Of(properties.Child("shd")) ?? Highlight(properties.Child("highlight").Value("val") ?? "");
        return this with
        {
            Vanish = properties.Toggle("vanish") ?? Vanish,
            Ink = colour is null ? Ink : InkOf(colour),
            HalfPoints = properties.Child("sz").Number("val") ?? HalfPoints,
            Scale = properties.Child("w").Number("val") ?? Scale,
            Shade = shade ?? Shade,
            IsTransparent = properties.Child("textFill") is { } fill ? IsUnfilled(fill) : IsTransparent,
        };
    }

    /// <summary>How the text is hidden on a ground, or null when it is seen. A null ground is an unknown one.</summary>
    public string? HiddenOn(Ink? ground)
    {
        if (Vanish == true)
        {
            return Techniques.Vanish;
        }

        if (HalfPoints < 4 || Scale < 10)
        {
            return Techniques.Tiny;
        }

        if (IsTransparent)
        {
            return Techniques.ZeroOpacity;
        }

        return Ink is { } ink && Shade.Over(ground) is { } under && ink.IsLostOn(under)
            ? under.IsLostOn(Reading.Ink.White)
                ? Techniques.WhiteOnWhite
                : Techniques.SameAsBox
            : null;
    }

    private static WordShade? Highlight(string name) =>
        Highlights.TryGetValue(name, out var digits) ? new WordShade(Reading.Ink.Parse(digits)) : null;

    // The theme's colour wins over the value beside it, which may be any; of a shaded one the value is what is painted.
    private static Ink? InkOf(XElement colour) =>
        colour.Value("themeColor") is "background1" or "light1"
        && colour.Value("themeShade") is null
        && colour.Value("themeTint") is null
            ? Reading.Ink.White
            : Reading.Ink.Parse(colour.Value("val"));

    private static bool IsUnfilled(XElement fill) =>
        fill.Child("noFill") is not null
        || fill.Descendants().Any(element => element.Is("alpha") && element.Number("val") >= 95_000);
}
