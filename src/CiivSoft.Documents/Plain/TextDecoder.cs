using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Plain;

/// <summary>Finds the encoding of text that does not say it, or says it wrongly.</summary>
internal static class TextDecoder
{
    private const int SampleBytes = 64 * 1024;

    /// <summary>More control characters than this share are no text in any encoding.</summary>
    private const double MaxControlShare = 0.02;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(bigEndian: false, byteOrderMark: false)),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false)),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false)),
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
    ];

    public static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var (encoding, skip) = Guess(bytes, out _);
        var sample = Sample(bytes[skip..]);
        var text = encoding.GetString(sample);
        var odd = text.Count(character => IsBinary(character));
        return text.Length > 0 && odd <= Math.Max(2, text.Length * MaxControlShare);
    }

    public static string DecodeStart(ReadOnlySpan<byte> bytes, int length)
    {
        var (encoding, skip) = Guess(bytes, out _);
        return encoding.GetString(bytes[skip..][..Math.Min(length, bytes.Length - skip)]);
    }

    public static string Decode(ReadOnlySpan<byte> bytes, Findings findings)
    {
        var (encoding, skip) = Guess(bytes, out var doubt);
        if (doubt is not null)
        {
            findings.Add(DocumentWarningKind.DoubtfulEncoding, doubt);
        }

        return encoding.GetString(bytes[skip..]);
    }

    private static (Encoding Encoding, int Skip) Guess(ReadOnlySpan<byte> bytes, out string? doubt)
    {
        doubt = null;
        foreach (var (mark, encoding) in Marks)
        {
            if (bytes.StartsWith(mark))
            {
                if (Holds(encoding, bytes[mark.Length..]))
                {
                    return (encoding, mark.Length);
                }

                doubt = "byte order mark does not fit";
                return (GuessUnmarked(bytes[mark.Length..], out _), mark.Length);
            }
        }

        return (GuessUnmarked(bytes, out doubt), 0);
    }

    private static Encoding GuessUnmarked(ReadOnlySpan<byte> bytes, out string? doubt)
    {
        doubt = null;
        if (WideEncoding(bytes) is { } wide)
        {
            doubt = "UTF-16 or UTF-32 without a byte order mark";
            return wide;
        }

        if (IsUtf8(bytes))
        {
            return Encoding.UTF8;
        }

        doubt = "not UTF-8; read as Windows-1252";
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)
            ?? throw new InvalidOperationException("Windows-1252 is part of the framework.");
    }

    /// <summary>Latin text in a wide encoding has its zero bytes at the same places of each unit.</summary>
    private static Encoding? WideEncoding(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < sample.Length; i++)
        {
            zeros[i & 3] += sample[i] == 0 ? 1 : 0;
        }

        var most = sample.Length / 4 * 7 / 10;
        if (sample.Length < 8 || zeros[0] + zeros[1] + zeros[2] + zeros[3] < most)
        {
            return null;
        }

        return (zeros[0] > most, zeros[1] > most, zeros[2] > most, zeros[3] > most) switch
        {
            (false, true, true, true) => Marks[0].Encoding,
            (true, true, true, false) => Marks[1].Encoding,
            (false, true, false, true) => Marks[2].Encoding,
            (true, false, true, false) => Marks[3].Encoding,
            _ => null,
        };
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Whether what the mark promises decodes without more than a few errors.</summary>
    private static bool Holds(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);

        // ASCII read as UTF-16 makes valid but meaningless Chinese.
        if (encoding is not UTF8Encoding && sample.Length > 0 && !sample.ContainsAnyExceptInRange((byte)1, (byte)0x7E))
        {
            return false;
        }

        var text = encoding.GetString(sample);
        return text.Count(character => character == '\uFFFD' || IsBinary(character)) <= text.Length / 50;
    }

    private static bool IsBinary(char character) =>
        char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085');

    /// <summary>The beginning, cut at a multiple of four bytes.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= SampleBytes ? bytes : bytes[..SampleBytes];
}
