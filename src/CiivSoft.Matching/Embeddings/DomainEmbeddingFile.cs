using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CiivSoft.Matching.Embeddings;

/// <summary>What a <c>.cve</c> file holds. Its layout is described in Models/MODEL-CARD.md.</summary>
internal sealed record DomainEmbeddingFile
{
    private const int HashBytes = 32;
    private const int HeaderBytes = 16;
    private const int MostDimensions = 4096;
    private static ReadOnlySpan<byte> Magic => "CVE1"u8;

    /// <summary>The vocabulary in ordinal order.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>One row of signed bytes a word, one after the other.</summary>
    public required ReadOnlyMemory<byte> Rows { get; init; }

    /// <summary>One a word: weight × vector ≈ byte × scale.</summary>
    public required float[] Scales { get; init; }

    /// <summary>Subtracted from every unit vector.</summary>
    public required float[] Mean { get; init; }

    /// <summary>A unit vector; what lies along it is removed.</summary>
    public required float[] Component { get; init; }

    public int Dimensions => Mean.Length;

    /// <summary>Reads a file's content, which must not change afterwards: the rows are not copied.</summary>
    /// <exception cref="ModelFileException">It is not such a file, or it is damaged.</exception>
    public static (DomainEmbeddingFile File, string Hash) Read(ReadOnlyMemory<byte> content, string name)
    {
        var bytes = content.Span;
        if (bytes.Length < HeaderBytes + HashBytes || !bytes.StartsWith(Magic))
        {
            throw new ModelFileException(name, 0, "not a domain embedding (CVE1).");
        }
        var dimensions = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var words = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var textBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (dimensions is <= 0 or > MostDimensions || words <= 0 || textBytes <= 0)
        {
            throw new ModelFileException(
                name,
                4,
                $"{dimensions} dimensions, {words} words, {textBytes} bytes of text."
            );
        }
        var expected = HeaderBytes + ((2L * dimensions) + words) * sizeof(float) + ((long)words * dimensions);
        expected += textBytes + HashBytes;
        if (bytes.Length != expected)
        {
            throw new ModelFileException(name, bytes.Length, $"{expected} bytes expected, {bytes.Length} found.");
        }
        var hash = SHA256.HashData(bytes[..^HashBytes]);
        if (!bytes[^HashBytes..].SequenceEqual(hash))
        {
            throw new ModelFileException(name, bytes.Length - HashBytes, "the checksum does not fit the content.");
        }
        return (Parse(content[HeaderBytes..], dimensions, words, textBytes, name), Convert.ToHexStringLower(hash));
    }

    public byte[] ToBytes()
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', Words));
        var bytes = new MemoryStream();
        Span<byte> header = stackalloc byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Dimensions);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Words.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], text.Length);
        bytes.Write(header);
        foreach (var values in new[] { Mean, Component, Scales })
        {
            bytes.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
        bytes.Write(Rows.Span);
        bytes.Write(text);
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    private static DomainEmbeddingFile Parse(
        ReadOnlyMemory<byte> body,
        int dimensions,
        int words,
        int textBytes,
        string name
    )
    {
        var floats = MemoryMarshal.Cast<byte, float>(body.Span[..(((2 * dimensions) + words) * sizeof(float))]);
        var rows = body.Slice(floats.Length * sizeof(float), words * dimensions);
        var text = body.Slice((floats.Length * sizeof(float)) + rows.Length, textBytes);
        var vocabulary = Encoding.UTF8.GetString(text.Span).Split('\n');
        if (vocabulary.Length != words)
        {
            throw new ModelFileException(name, HeaderBytes, $"{words} words promised, {vocabulary.Length} found.");
        }
        return new DomainEmbeddingFile
        {
            Words = vocabulary,
            Mean = floats[..dimensions].ToArray(),
            Component = floats.Slice(dimensions, dimensions).ToArray(),
            Scales = floats[(2 * dimensions)..].ToArray(),
            Rows = rows,
        };
    }
}
