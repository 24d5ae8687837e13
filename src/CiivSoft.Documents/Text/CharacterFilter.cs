using System.Globalization;
using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Text;

/// <summary>Drops or replaces single characters that are not text, and counts the ones that look like tricks.</summary>
internal sealed class CharacterFilter(Findings findings)
{
    private const char SoftHyphen = '\u00AD';

    public string Filter(string text)
    {
        var result = new StringBuilder(text.Length);
        int bidi = 0,
            zeroWidth = 0,
            controls = 0,
            surrogates = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsAsciiLetterOrDigit(character))
            {
                result.Append(character);
            }
            else if (char.IsSurrogate(character))
            {
                i += AppendSurrogates(text, i, result, ref surrogates);
            }
            else if (IsBidiControl(character))
            {
                bidi++;
            }
            else if (IsZeroWidth(character))
            {
                zeroWidth += IsBetweenLetters(text, i) ? 1 : 0;
            }
            else if (IsUnwantedControl(character))
            {
                controls++;
            }
            else
            {
                AppendPlain(character, result);
            }
        }

        findings.Add(DocumentWarningKind.OddCharacters, "bidirectional controls removed", bidi);
        findings.Add(DocumentWarningKind.OddCharacters, "zero-width characters within words removed", zeroWidth);
        findings.Add(DocumentWarningKind.OddCharacters, "control characters removed", controls);
        findings.Add(
            DocumentWarningKind.OddCharacters,
            "characters that cannot be decoded",
            surrogates + text.AsSpan().Count('\uFFFD')
        );
        return result.ToString();
    }

    /// <summary>Appends the character that starts at <paramref name="at"/>; returns how many more units it took.</summary>
    private static int AppendSurrogates(string text, int at, StringBuilder result, ref int lone)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            lone++;
            result.Append('\uFFFD');
            return 0;
        }

        // Mathematical alphabets are used as fancy fonts; tags and private planes carry nothing that can be seen.
        var isAlphabet = rune.Value is >= 0x1D400 and <= 0x1D7FF;
        var isInvisible = rune.Value is >= 0xE0000 and <= 0xE0FFF or >= 0xF0000;
        if (!isInvisible)
        {
            var plain = rune.ToString();
            result.Append(isAlphabet ? plain.Normalize(NormalizationForm.FormKC) : plain);
        }

        return 1;
    }

    private static void AppendPlain(char character, StringBuilder result)
    {
        switch (character)
        {
            case '\r' or '\u0085' or '\u2028' or '\u2029' or '\f' or '\v':
                result.Append('\n');
                break;
            case '\n' or '\t' or SoftHyphen:
                result.Append(character);
                break;
            case >= '\uE000' and <= '\uF8FF':
                // Private use: icons and bullets of symbol fonts.
                result.Append(' ');
                break;
            case '\u2010' or '\u2011':
                result.Append('-');
                break;
            case >= '\uFB00' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFE' or >= '\uFF01' and <= '\uFF5E':
                result.Append(character.ToString().Normalize(NormalizationForm.FormKC));
                break;
            default:
                result.Append(char.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator ? ' ' : character);
                break;
        }
    }

    private static bool IsBidiControl(char character) =>
        character is '\u061C' or '\u200E' or '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static bool IsZeroWidth(char character) =>
        character
            is >= '\u200B'
                and <= '\u200D'
                or >= '\u2060'
                and <= '\u2064'
                or '\uFEFF'
                or '\u034F'
                or '\u115F'
                or '\u1160'
                or '\u17B4'
                or '\u17B5'
                or '\u180E'
                or '\u3164'
                or '\uFFA0'
                or >= '\uFE00'
                and <= '\uFE0F'
                or >= '\uFFF9'
                and <= '\uFFFB';

    private static bool IsUnwantedControl(char character) =>
        char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085')
        || character is '\uFFFE' or '\uFFFF'
        || character is >= '\uFDD0' and <= '\uFDEF';

    private static bool IsBetweenLetters(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at + 1]);
}
