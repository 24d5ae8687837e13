using System.Text;

namespace CiivSoft.Dashboard.Exports;

/// <summary>Lines of comma-separated values (RFC 4180) that a spreadsheet shows as text, whatever stands in them.</summary>
internal static class Csv
{
    public static string Line(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    /// <summary>
    /// Always in quotes. A spreadsheet takes what begins with one of <c>= + - @</c>, a tab or a line break for a formula: such a
    /// field gets an apostrophe in front.
    /// </summary>
    public static string Field(string? text)
    {
        var field = new StringBuilder("\"");
        if (text is { Length: > 0 } && StartsFormula(text))
        {
            field.Append('\'');
        }

        return field.Append(text?.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
    }

    // Spreadsheets skip leading space, and read the full-width forms of the signs too.
    private static bool StartsFormula(string text) =>
        text[0] is '\t' or '\r' or '\n'
        || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
