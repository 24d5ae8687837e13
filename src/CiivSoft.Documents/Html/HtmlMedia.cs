using System.Globalization;

namespace CiivSoft.Documents.Html;

/// <summary>Which style rules hold where a résumé is usually looked at: on a wide screen of light colours.</summary>
internal static class HtmlMedia
{
    private const double WidthPixels = 1280;

    private const double PixelsPerEm = 16;

    /// <summary>Whether one of a list of media queries holds. What is not known does not.</summary>
    public static bool Holds(string? queries) =>
        string.IsNullOrWhiteSpace(queries) || queries.Split(',').Any(QueryHolds);

    private static bool QueryHolds(string query)
    {
        var terms = query.ToUpperInvariant().Split(" AND ", StringSplitOptions.TrimEntries);
        return Array.TrueForAll(terms, TermHolds);
    }

    private static bool TermHolds(string term) =>
        term.Replace(" ", "", StringComparison.Ordinal) switch
        {
            "ALL" or "SCREEN" or "ONLYALL" or "ONLYSCREEN" or "NOTPRINT" or "NOTSPEECH" => true,
            "(PREFERS-COLOR-SCHEME:LIGHT)" or "(ORIENTATION:LANDSCAPE)" => true,
            var width when Pixels(width, "(MIN-WIDTH:") is { } pixels => pixels <= WidthPixels,
            var width when Pixels(width, "(MAX-WIDTH:") is { } pixels => pixels >= WidthPixels,
            _ => false,
        };

    private static double? Pixels(string term, string feature)
    {
        if (!term.StartsWith(feature, StringComparison.Ordinal))
        {
            return null;
        }

        var length = term[feature.Length..].TrimEnd(')');
        return double.TryParse(
            length.TrimEnd('P', 'X', 'R', 'E', 'M'),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number * (length.EndsWith("EM", StringComparison.Ordinal) ? PixelsPerEm : 1)
            : null;
    }
}
