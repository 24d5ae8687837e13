namespace CiivSoft.Matching.Redaction;

internal static class TextLines
{
    /// <summary>Line feed, carriage return, form feed (a page's end in extracted PDFs) and Unicode's own breaks.</summary>
    public static bool IsBreak(char c) => c is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';

    public static IReadOnlyList<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsBreak(text[i]))
            {
                continue;
            }

            lines.Add(new TextLine(text, start, i - start));
            if (i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n')
            {
                i++;
            }

            start = i + 1;
        }

        return lines;
    }
}
