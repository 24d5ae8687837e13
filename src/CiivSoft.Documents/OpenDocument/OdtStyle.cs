using System.Globalization;
using System.Xml.Linq;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.OpenDocument;

/// <summary>What a style says about whether its text is seen. Null stands for "not said".</summary>
internal sealed record OdtStyle
{
    public static OdtStyle Default { get; } = new();

    public bool? IsHidden { get; init; }

    public Ink? Ink { get; init; }

    public Ink? Ground { get; init; }

    public double? Points { get; init; }

    /// <summary>Nested styles add up: the inner one wins where it says something.</summary>
    public OdtStyle With(OdtStyle inner) =>
        new()
        {
            IsHidden = inner.IsHidden ?? IsHidden,
            Ink = inner.Ink ?? Ink,
            Ground = inner.Ground ?? Ground,
            Points = inner.Points ?? Points,
        };

    public static OdtStyle Of(XElement style)
    {
        var text = style.Child("text-properties");
        var ground =
            text.Value("background-color")
            ?? style.Child("paragraph-properties").Value("background-color")
            ?? style.Child("table-cell-properties").Value("background-color")
            ?? style.Child("table-row-properties").Value("background-color")
            ?? style.Child("table-properties").Value("background-color")
            ?? style.Child("graphic-properties").Value("fill-color");
        var isSized = text.Value("font-size")?.EndsWith("pt", StringComparison.Ordinal) == true;
        return new OdtStyle
        {
            IsHidden = text.Value("display") is { } display ? display is "none" : null,
            Ink = Reading.Ink.Parse(text.Value("color")),
            Ground = Reading.Ink.Parse(ground),
            Points =
                isSized
                && double.TryParse(
                    text.Value("font-size")?[..^2],
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var points
                )
                    ? points
                    : null,
        };
    }

    public string? HiddenBy()
    {
        if (IsHidden == true)
        {
            return Techniques.Vanish;
        }

        if (Points < 2)
        {
            return Techniques.Tiny;
        }

        var ground = Ground ?? Reading.Ink.White;
        return Ink?.IsLostOn(ground) == true
            ? ground.IsLostOn(Reading.Ink.White)
                ? Techniques.WhiteOnWhite
                : Techniques.SameAsBox
            : null;
    }
}
