using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>Reads JSON strings that the framework refuses: half surrogate pairs and broken UTF-8 become U+FFFD.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6; // \uXXXX

    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            var raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
            return WithoutHalfPairs(Unescape(Encoding.UTF8.GetString(raw)));
        }
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (raw[i + 1] == 'u')
            {
                text.Append(
                    (char)ushort.Parse(raw.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                i += EscapeLength - 1;
            }
            else
            {
                text.Append(Unescape(raw[++i]));
            }
        }

        return text.ToString();
    }

    private static char Unescape(char letter) =>
        letter switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => letter,
        };

    private static string WithoutHalfPairs(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
