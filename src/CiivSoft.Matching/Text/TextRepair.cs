using System.Text;

namespace CiivSoft.Matching.Text;

/// <summary>
/// Repairs what a document's way to us did to its characters: UTF-8 read as Windows-1252 ("â€“" for a dash), characters
/// without width, typographic ligatures, exotic spaces. Reading a repaired text again changes nothing.
/// </summary>
internal static class TextRepair
{
    // What Windows-1252 shows for the bytes 80 to 9F; NUL where it has no character.
    private const string Windows1252 =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            var (length, replacement) = ReadAt(text, i);
            repaired.Append(replacement);
            i += length;
        }

        return repaired.ToString();
    }

    private static (int Length, string Replacement) ReadAt(string text, int start)
    {
        var letter = text[start];
        if (letter < 0x80)
        {
            var isVisible = letter >= ' ' || letter is '\n' or '\t';
            return (
                1,
                isVisible ? letter.ToString()
                : letter is '\r' ? ""
                : " "
            );
        }

        if (letter is >= '\u00C2' and <= '\u00F4' && DecodeUtf8(text, start) is { Length: > 0 } decoded)
        {
            return decoded;
        }

        return letter switch
        {
            '\u00EF' when text.AsSpan(start).StartsWith("\u00EF\u00BC") => (2, "-"), // a fullwidth hyphen, byte 8D lost
            '\u00C2' when start + 1 == text.Length || text[start + 1] is ' ' or '\n' => (1, " "), // a lost hard space
            '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => (1, " "),
            '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') => (
                1,
                ""
            ),
            '\uFB00' => (1, "ff"),
            '\uFB01' => (1, "fi"),
            '\uFB02' => (1, "fl"),
            '\uFB03' => (1, "ffi"),
            '\uFB04' => (1, "ffl"),
            _ => (1, letter.ToString()),
        };
    }

    private static (int Length, string Replacement) DecodeUtf8(string text, int start)
    {
        var length =
            text[start] < '\u00E0' ? 2
            : text[start] < '\u00F0' ? 3
            : 4;
        if (start + length > text.Length)
        {
            return default;
        }

        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            if (ByteOf(text[start + i]) is not { } value || (i > 0 && value is < 0x80 or > 0xBF))
            {
                return default;
            }

            bytes[i] = value;
        }

        try
        {
            var decoded = Strict.GetString(bytes);
            return (length, Repair(decoded));
        }
        catch (DecoderFallbackException)
        {
            return default; // Not UTF-8 after all: the letters were meant as they stand.
        }
    }

    private static byte? ByteOf(char letter)
    {
        if (letter <= '\u00FF')
        {
            return (byte)letter;
        }

        var place = Windows1252.IndexOf(letter, StringComparison.Ordinal);
        return place < 0 ? null : (byte)(0x80 + place);
    }
}
