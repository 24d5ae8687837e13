using System.Globalization;
using CiivSoft.Abstractions;

namespace CiivSoft.Dashboard.Views;

/// <summary>Addresses with filters in them, and what they say.</summary>
internal static class Query
{
    /// <summary>An address with those values that are not empty.</summary>
    public static string Address(string path, params (string Name, string? Value)[] values)
    {
        var parts = values
            .Where(v => !string.IsNullOrEmpty(v.Value))
            .Select(v => $"{v.Name}={Uri.EscapeDataString(v.Value ?? "")}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>A solution by its name in code, in any case; null for anything else.</summary>
    public static Solution? Solution(string? text) =>
        Enum.TryParse<Solution>(text, ignoreCase: true, out var solution) && Enum.IsDefined(solution) ? solution : null;

    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
