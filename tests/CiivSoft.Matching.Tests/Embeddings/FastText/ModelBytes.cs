using System.Text;

namespace CiivSoft.Matching.Tests.Embeddings.FastText;

/// <summary>Writes small fastText models by hand, so that their content and their damage are known.</summary>
internal sealed record ModelBytes
{
    public int Magic { get; init; } = 793712314;
    public int Version { get; init; } = 12;
    public int Dimensions { get; init; } = 2;
    public int LongestNgram { get; init; }
    public int Buckets { get; init; }
    public int Size { get; init; } = 2;
    public int Words { get; init; } = 2;
    public int Labels { get; init; }
    public long Kept { get; init; } = -1;
    public long Rows { get; init; } = 2;
    public long Columns { get; init; } = 2;
    public byte Quantized { get; init; }

    /// <summary>Two words, "ab" = (3, 4) and "cd" = (0, 2), in a skipgram model without n-grams.</summary>
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        int[] arguments = [Dimensions, 5, 5, 1, 5, 1, 2, 2, Buckets, 1, LongestNgram, 100];
        writer.Write(Magic);
        writer.Write(Version);
        Array.ForEach(arguments, writer.Write);
        writer.Write(1e-4);
        writer.Write(Size);
        writer.Write(Words);
        writer.Write(Labels);
        writer.Write(9L);
        writer.Write(Kept);
        foreach (var word in new[] { "ab", "cd" })
        {
            writer.Write(Encoding.UTF8.GetBytes(word));
            writer.Write((byte)0);
            writer.Write(5L);
            writer.Write((byte)0);
        }
        writer.Write(Quantized);
        writer.Write(Rows);
        writer.Write(Columns);
        Array.ForEach([3f, 4f, 0f, 2f], writer.Write);
        writer.Write((byte)0);
        writer.Write(1L);
        writer.Write(2L);
        Array.ForEach([1f, 1f], writer.Write);
        return bytes.ToArray();
    }
}
