using System.Runtime.InteropServices;

namespace CiivSoft.Matching.Requirements;

/// <summary>Cuts a posting into list items and sentences, whatever is left of its mark-up.</summary>
internal static class PostingSentences
{
    private const int MaxSentence = 400;

    /// <summary>As long as <paramref name="text"/>: tags become spaces and block tags also a line break.</summary>
    public static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = text.ToCharArray();
        for (var i = 0; i < plain.Length; i++)
        {
            var close =
                plain[i] == '<'
                && i + 1 < plain.Length
                && (char.IsAsciiLetter(plain[i + 1]) || plain[i + 1] is '/' or '!')
                    ? text.IndexOf('>', i)
                    : -1;
            if (close < 0)
            {
                continue;
            }

            var isBlock = IsBlock(text.AsSpan(i + 1, close - i - 1));
            Array.Fill(plain, ' ', i, close - i + 1);
            if (isBlock)
            {
                plain[i] = '\n';
            }

            i = close;
        }

        return new string(plain);
    }

    /// <summary>Lines cut at sentence ends; blank ones are left out, bullets trimmed.</summary>
    public static IEnumerable<PostingSentence> Of(string text)
    {
        foreach (var line in Redaction.TextLines.Of(text))
        {
            var (start, goesOn) = (line.Start, false);
            for (var i = line.Start; i <= line.End; i++)
            {
                if (i < line.End && !IsSentenceEnd(text, i, line.End) && i - start < MaxSentence)
                {
                    continue;
                }

                var end = i < line.End ? i + 1 : i;
                if (Trim(text, start, end) is { Length: > 0 } sentence)
                {
                    yield return new PostingSentence(
                        sentence.Start,
                        sentence.Length,
                        goesOn,
                        start == line.Start && end == line.End
                    );
                }

                goesOn = i < line.End && text[i] == ';';

                start = end;
            }
        }
    }

    private static bool IsSentenceEnd(string text, int i, int end) =>
        text[i] is ';' or '•' or '●' or '▪'
        || (
            text[i] is '.' or '!' or '?'
            && (
                i + 1 == end
                || (text[i + 1] == ' ' && i + 2 < end && !char.IsLower(text[i + 2]) && !IsAbbreviation(text, i))
            )
        );

    private static bool IsAbbreviation(string text, int dot) =>
        dot >= 2
        && (text[dot - 2] is '.' or ' ' || text.AsSpan(0, dot).EndsWith("e.g", StringComparison.OrdinalIgnoreCase));

    private static bool IsBlock(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length]))
        {
            length++;
        }

        return Redaction.Folding.Fold(name[..length])
            is "p"
                or "br"
                or "li"
                or "ul"
                or "ol"
                or "div"
                or "tr"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6";
    }

    private static (int Start, int Length) Trim(string text, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]) && text[start] is not ('(' or '.' or '#' or '<'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or ';' or ',' or '•'))
        {
            end--;
        }

        return (start, end - start);
    }
}

/// <summary>A sentence or list item of a posting.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="GoesOn">True where a semicolon stands between it and the one before it in its line.</param>
/// <param name="IsWholeLine">True for the only one of its line.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PostingSentence(int Start, int Length, bool GoesOn, bool IsWholeLine);
