using System.Text;

namespace CiivSoft.Documents.Text;

/// <summary>White space: single blanks between words, three for a tab or wide gap, trimmed lines, no empty ones.</summary>
internal static class Layout
{
    public static string Tidy(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var start = result.Length;
            AppendTidy(line, result, start);
            if (result.Length > start)
            {
                result.Append('\n');
            }
        }

        return result.ToString().TrimEnd('\n');
    }

    private static void AppendTidy(ReadOnlySpan<char> line, StringBuilder result, int start)
    {
        var blanks = 0;
        foreach (var character in line)
        {
            if (character is ' ' or '\t')
            {
                blanks += character == '\t' ? 3 : 1;
                continue;
            }

            if (blanks > 0 && result.Length > start)
            {
                result.Append(blanks > 2 ? "   " : " ");
            }

            blanks = 0;
            result.Append(character);
        }
    }
}
