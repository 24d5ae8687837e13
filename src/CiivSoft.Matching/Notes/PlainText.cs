using System.Globalization;
using System.Text;

namespace CiivSoft.Matching.Notes;

/// <summary>
/// Makes foreign text safe in a note: one line, no controls or direction marks, nothing that Lever could read as a
/// mention, mark-up or one of our references.
/// </summary>
internal static class PlainText
{
    /// <summary>The cleaned text, at most <paramref name="maxLength"/> UTF-16 units, cut at a word with an ellipsis.</summary>
    public static string Clean(string text, int maxLength)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                AppendPair(clean, text, i);
                i++;
                continue;
            }

            Append(clean, text, i);
        }

        var line = clean
            .ToString()
            .Trim()
            .Replace("://", ":", StringComparison.Ordinal)
            .Replace("CVS-", "CVS ", StringComparison.OrdinalIgnoreCase);
        return Cut(line, maxLength);
    }

    private static void AppendPair(StringBuilder clean, string text, int i)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[i], text[i + 1]));
        if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
        {
            clean.Append(text, i, 2);
        }
    }

    private static void Append(StringBuilder clean, string text, int i)
    {
        var c = text[i];
        if (char.IsWhiteSpace(c) || char.IsControl(c))
        {
            if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }
        else if (c is '@' or '＠' or '﹫')
        {
            clean.Append(clean.Length > 0 && clean[^1] == ' ' ? "at" : " at ");
        }
        else if (!IsDropped(text, i))
        {
            clean.Append(
                c switch
                {
                    '<' or '＜' => '‹',
                    '>' or '＞' => '›',
                    _ => c,
                }
            );
        }
    }

    // The joiners U+200C and U+200D shape letters of several scripts; between those they stay.
    private static bool IsDropped(string text, int i) =>
        text[i] is '\u200C' or '\u200D'
            ? i == 0 || i + 1 == text.Length || text[i - 1] < '\u0590' || !char.IsLetter(text[i + 1])
            : char.IsSurrogate(text[i])
                || CharUnicodeInfo.GetUnicodeCategory(text[i])
                    is UnicodeCategory.Format
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator;

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', maxLength - 1);
        end = end > maxLength / 2 ? end : maxLength - 1;
        end -= char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '(') + "…";
    }
}
