using System.Globalization;
using System.Runtime.InteropServices;

namespace CiivSoft.Documents.Reading;

/// <summary>A colour as red, green and blue, 0…1 each.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ink(double Red, double Green, double Blue)
{
    public static Ink White { get; } = new(1, 1, 1);

    /// <summary>Below this contrast (WCAG 2.2 formula) and channel difference nobody can tell text from its ground.</summary>
    private const double LeastContrast = 1.2;

    private const double LeastChannelDifference = 0.12;

    /// <summary>A colour of six hexadecimal digits, with or without <c>#</c>; null for anything else.</summary>
    public static Ink? Parse(string? hex)
    {
        var digits = (hex ?? "").TrimStart('#');
        return
            digits.Length == 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? FromRgb(value >> 16, (value >> 8) & 255, value & 255)
            : null;
    }

    /// <summary>A colour of channels 0…255.</summary>
    public static Ink FromRgb(int red, int green, int blue) => new(red / 255.0, green / 255.0, blue / 255.0);

    /// <summary>This colour painted over another with an opacity of 0…1.</summary>
    public Ink Over(Ink ground, double opacity) =>
        new(
            (Red * opacity) + (ground.Red * (1 - opacity)),
            (Green * opacity) + (ground.Green * (1 - opacity)),
            (Blue * opacity) + (ground.Blue * (1 - opacity))
        );

    public bool IsLostOn(Ink ground)
    {
        var (high, low) = (Math.Max(Luminance, ground.Luminance), Math.Min(Luminance, ground.Luminance));
        return (high + 0.05) / (low + 0.05) < LeastContrast
            && Math.Abs(Red - ground.Red) < LeastChannelDifference
            && Math.Abs(Green - ground.Green) < LeastChannelDifference
            && Math.Abs(Blue - ground.Blue) < LeastChannelDifference;
    }

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(double channel) =>
        channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
}
