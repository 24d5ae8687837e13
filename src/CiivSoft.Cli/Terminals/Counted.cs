using System.Globalization;

namespace CiivSoft.Cli.Terminals;

/// <summary>Numbers with their nouns: "1 lead", "1,234 leads".</summary>
internal static class Counted
{
    /// <param name="count">How many.</param>
    /// <param name="one">The noun for one: "lead".</param>
    /// <param name="many">For any other number; the noun and an s when left out.</param>
    public static string Of(long count, string one, string? many = null) =>
        $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
