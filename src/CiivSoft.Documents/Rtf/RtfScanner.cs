using System.Globalization;
using System.Text;

namespace CiivSoft.Documents.Rtf;

/// <summary>Cuts RTF into groups, control words and bytes.</summary>
internal sealed class RtfScanner(ReadOnlyMemory<byte> content)
{
    private const int LongestWord = 32;
    private int _at;

    /// <summary>The next token, or null at the end.</summary>
    public RtfToken? Next()
    {
        var bytes = content.Span;
        while (_at < bytes.Length)
        {
            var current = bytes[_at++];
            switch (current)
            {
                case (byte)'{':
                    return new RtfToken(RtfTokenKind.Open, "", null, 0);
                case (byte)'}':
                    return new RtfToken(RtfTokenKind.Close, "", null, 0);
                case (byte)'\\':
                    return Control(bytes);
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    return new RtfToken(RtfTokenKind.Byte, "", null, current);
            }
        }

        return null;
    }

    public void Skip(int bytes) => _at = (int)Math.Min(content.Length, _at + (long)Math.Max(0, bytes));

    private RtfToken? Control(ReadOnlySpan<byte> bytes)
    {
        if (_at >= bytes.Length)
        {
            return null;
        }

        if (!char.IsAsciiLetter((char)bytes[_at]))
        {
            return Symbol(bytes, bytes[_at++]);
        }

        var start = _at;
        while (_at < bytes.Length && _at - start < LongestWord && char.IsAsciiLetter((char)bytes[_at]))
        {
            _at++;
        }

        var word = Encoding.ASCII.GetString(bytes[start.._at]);
        var number = Number(bytes);
        if (_at < bytes.Length && bytes[_at] == ' ')
        {
            _at++;
        }

        return new RtfToken(RtfTokenKind.Word, word, number, 0);
    }

    private int? Number(ReadOnlySpan<byte> bytes)
    {
        var start = _at;
        if (_at < bytes.Length && bytes[_at] == '-')
        {
            _at++;
        }

        while (_at < bytes.Length && char.IsAsciiDigit((char)bytes[_at]) && _at - start < 11)
        {
            _at++;
        }

        if (int.TryParse(bytes[start.._at], CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _at = start;
        return null;
    }

    private RtfToken Symbol(ReadOnlySpan<byte> bytes, byte symbol)
    {
        if (symbol == '\'' && _at + 2 <= bytes.Length)
        {
            var digits = Encoding.ASCII.GetString(bytes.Slice(_at, 2));
            _at += 2;
            return byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                ? new RtfToken(RtfTokenKind.Byte, "", null, value)
                : new RtfToken(RtfTokenKind.Byte, "", null, (byte)' ');
        }

        return symbol is (byte)'\\' or (byte)'{' or (byte)'}'
            ? new RtfToken(RtfTokenKind.Byte, "", null, symbol)
            : new RtfToken(RtfTokenKind.Word, ((char)symbol).ToString(), null, 0);
    }
}
