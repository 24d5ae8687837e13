using System.Runtime.InteropServices;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>A word of a posting or résumé with its place: letters and digits with inner or closing + and #.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(int Start, int Length, string Lower, string Stem)
{
    private const int MaxLength = 40;

    public int End => Start + Length;

    public bool IsContent => Lower.Length > 1 && !StopWords.Contains(Lower) && !char.IsDigit(Lower[0]);

    public static List<Term> Of(string text) => Of(text, 0, text.Length);

    public static List<Term> Of(string text, int start, int length)
    {
        var terms = new List<Term>();
        var end = start + length;
        var i = start;
        while (i < end)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var first = i;
            while (i < end && (char.IsLetterOrDigit(text[i]) || text[i] is '+' or '#' || IsApostrophe(text, i, end)))
            {
                i++;
            }

            // ".NET" is a name; "net" is a word.
            first -=
                first > start
                && text[first - 1] == '.'
                && text.AsSpan(first, i - first).Equals("net", StringComparison.OrdinalIgnoreCase)
                    ? 1
                    : 0;
            var lower = Plain(text.AsSpan(first, Math.Min(i - first, MaxLength)));
            terms.Add(new Term(first, i - first, lower, EnglishStemmer.Stem(lower)));
        }

        return terms;
    }

    // "bachelor's" is bachelor; "don't" stays whole, it negates.
    private static string Plain(ReadOnlySpan<char> word)
    {
        var lower = Redaction.Folding.Fold(word).Replace('’', '\'');
        return lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower.TrimEnd('\'');
    }

    private static bool IsApostrophe(string text, int i, int end) =>
        text[i] is '\'' or '’' && i + 1 < end && char.IsLetter(text[i + 1]);
}
