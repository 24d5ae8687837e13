using System.Globalization;
using System.Xml.Linq;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>What a shading (<c>w:shd</c>) paints behind text: an ink, or null for one that cannot be told.</summary>
internal readonly record struct WordShade(Ink? Ink)
{
    /// <summary>Null when there is no shading, or one that paints nothing.</summary>
    public static WordShade? Of(XElement? shading)
    {
        if (shading is null)
        {
            return null;
        }

        var back = Reading.Ink.Parse(shading.Value("fill"));
        var front = Reading.Ink.Parse(shading.Value("color")) ?? Reading.Ink.FromRgb(0, 0, 0);
        return shading.Value("val") switch
        {
            null or "clear" or "nil" => back is not null || shading.Value("themeFill") is not null
                ? new WordShade(back)
                : null,
            "solid" => new WordShade(front),
            var pattern => new WordShade(
                Percent(pattern) is { } percent ? front.Over(back ?? Reading.Ink.White, percent / 100.0) : null
            ),
        };
    }

    private static int? Percent(string pattern) =>
        pattern.StartsWith("pct", StringComparison.Ordinal)
        && int.TryParse(pattern.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
        && percent <= 100
            ? percent
            : null;
}

internal static class WordShades
{
    /// <summary>The ground that a shading leaves of the one around it.</summary>
    public static Ink? Over(this WordShade? shade, Ink? around) => shade is { } painted ? painted.Ink : around;
}
