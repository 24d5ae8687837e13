using System.Buffers;
using System.Runtime.InteropServices;

namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// The embedding that ships with the product: one vector for a whole résumé or posting, from words learned on
/// occupations and skills (Models/MODEL-CARD.md). The same text gives the same bits on every processor. Thread-safe.
/// </summary>
public sealed class DomainEmbedding : ITextMeaning
{
    private const string ShippedFile = "domain.cve";
    private readonly DomainEmbeddingFile _file;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _rows;
    private readonly FixedPointSum.Scaling _scaling;

    internal DomainEmbedding(DomainEmbeddingFile file, string version)
    {
        _file = file;
        _scaling = new FixedPointSum.Scaling(file.Scales);
        var rows = new Dictionary<string, int>(file.Words.Count, StringComparer.Ordinal);
        for (var row = 0; row < file.Words.Count; row++)
        {
            rows[file.Words[row]] = row;
        }
        _rows = rows.GetAlternateLookup<ReadOnlySpan<char>>();
        Version = version;
    }

    /// <summary>The length of every vector.</summary>
    public int Dimensions => _file.Dimensions;

    /// <summary>The number of words it knows; others count for nothing.</summary>
    public int Words => _file.Words.Count;

    /// <summary>Names the model by its content: <c>domain-</c> and the first 12 hex digits of the file's SHA-256.</summary>
    public string Version { get; }

    /// <summary>Loads the embedding that ships inside this assembly. Takes some milliseconds; keep the result.</summary>
    public static DomainEmbedding Load() =>
        Load(MappedResource.Open(typeof(DomainEmbedding).Assembly, ShippedFile), ShippedFile);

    /// <summary>Loads a <c>.cve</c> file.</summary>
    /// <param name="stream">Read to its end.</param>
    /// <param name="name">Named in errors.</param>
    /// <exception cref="ModelFileException">It is not such a file, or it is damaged.</exception>
    public static DomainEmbedding Load(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var content = new MemoryStream();
        stream.CopyTo(content);
        return Load(content.GetBuffer().AsMemory(0, (int)content.Length), name);
    }

    private static DomainEmbedding Load(ReadOnlyMemory<byte> content, string name)
    {
        var (file, hash) = DomainEmbeddingFile.Read(content, name);
        return new DomainEmbedding(file, $"domain-{hash[..12]}");
    }

    /// <summary>
    /// A unit vector of <see cref="Dimensions"/>; all zeros if the text holds no known word. The order of the words does
    /// not matter, a word said n times counts 1 + ln n.
    /// </summary>
    public float[] Embed(ReadOnlySpan<char> text)
    {
        var counts = ArrayPool<int>.Shared.Rent(Words);
        counts.AsSpan(0, Words).Clear();
        var sum = new FixedPointSum(Dimensions);
        var rows = MemoryMarshal.Cast<byte, sbyte>(_file.Rows.Span);
        Count(text, counts);
        for (var row = 0; row < Words; row++)
        {
            if (counts[row] > 0)
            {
                sum.Add(rows.Slice(row * Dimensions, Dimensions), _scaling.Factor(row, counts[row]));
            }
        }
        ArrayPool<int>.Shared.Return(counts);
        return Centre(sum.Total());
    }

    float[] ITextMeaning.Embed(string text) => Embed(text);

    private void Count(ReadOnlySpan<char> text, int[] counts)
    {
        var words = new WordReader(text, stackalloc char[WordReader.LongestWord]);
        while (words.MoveNext())
        {
            if (_rows.TryGetValue(words.Current, out var row))
            {
                counts[row]++;
            }
        }
    }

    private float[] Centre(ReadOnlySpan<long> total)
    {
        var vector = new double[Dimensions];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = total[i];
        }
        if (!Normalize(vector))
        {
            return new float[Dimensions];
        }
        var along = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] -= _file.Mean[i];
            along += vector[i] * _file.Component[i];
        }
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] -= along * _file.Component[i];
        }
        Normalize(vector);
        return Array.ConvertAll(vector, value => (float)value);
    }

    /// <summary>In doubles and in order, so that it rounds alike everywhere. False for a vector of zeros.</summary>
    private static bool Normalize(double[] vector)
    {
        var squares = 0.0;
        foreach (var value in vector)
        {
            squares += value * value;
        }
        if (squares == 0)
        {
            return false;
        }
        var length = Math.Sqrt(squares);
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] /= length;
        }
        return true;
    }
}
