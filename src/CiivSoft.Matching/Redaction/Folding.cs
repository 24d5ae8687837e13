using System.Globalization;
using System.Text;

namespace CiivSoft.Matching.Redaction;

/// <summary>
/// Lower case without diacritics, from own tables: the same on every machine, whatever its ICU or culture.
/// </summary>
internal static class Folding
{
    // U+00C0 to U+024F and U+1E00 to U+1EFF: the base letter of each, a dot where there is none.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccdd"
        + "ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooooorrrrrrssssss"
        + "ssttttttuuuuuuuuuuuuwwyyyzzzzzz.................................oo.............u"
        + "u............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...."
        + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo"
        + "oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......"
        + "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu"
        + "uuyyyyyyyy......";

    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsMark(c))
            {
                folded.Append(FoldLetter(c));
            }
        }

        return folded.ToString();
    }

    public static bool IsMark(char c) =>
        c >= '\u0300'
        && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>One letter: lower case, without diacritics.</summary>
    public static char FoldLetter(char c)
    {
        if (c < '\u0080')
        {
            return char.ToLowerInvariant(c);
        }

        var letter = c switch
        {
            >= '\u00C0' and <= '\u024F' when c - '\u00C0' < Latin.Length => Latin[c - '\u00C0'],
            >= '\u1E00' and <= '\u1EFF' when c - '\u1E00' < Additional.Length => Additional[c - '\u1E00'],
            _ => '.',
        };
        return letter == '.' ? char.ToLowerInvariant(c) : letter;
    }
}
