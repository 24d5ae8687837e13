using System.Security.Cryptography;

namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// How a model sees <see cref="ReferenceTexts"/>: what its vectors have in common, which is taken out, and how its cosines of
/// the same and of different work relate to those of the embedding that ships.
/// </summary>
internal sealed class ReferenceScale
{
    /// <summary>
    /// Coordinates are rounded to multiples of this, so that the last bits, in which processors and releases of a runtime
    /// differ, seldom matter.
    /// </summary>
    private const double Grid = 1.0 / 4096;

    private const int Probes = 16;

    private static readonly Lazy<(double Same, double Other)> Shipped = new(() =>
    {
        var embedding = DomainEmbedding.Load();
        return Contrast([.. ReferenceTexts.All.Select(text => embedding.Embed(text))]);
    });

    private readonly double[] _mean;
    private readonly double _slope;
    private readonly double _offset;

    private ReferenceScale(double[] mean, double slope, double offset, string fingerprint)
    {
        _mean = mean;
        _slope = slope;
        _offset = offset;
        Fingerprint = fingerprint;
    }

    public int Dimensions => _mean.Length;

    /// <summary>12 hex digits that tell this model from another one of the same name.</summary>
    public string Fingerprint { get; }

    /// <param name="vectors">Of <see cref="ReferenceTexts.All"/>, in order.</param>
    /// <param name="name">Named in errors.</param>
    /// <exception cref="EmbeddingException">The vectors cannot be used.</exception>
    public static ReferenceScale Of(float[][] vectors, string name)
    {
        var dimensions = vectors[0].Length;
        if (dimensions == 0 || vectors.Any(v => v.Length != dimensions || v.Any(x => !float.IsFinite(x))))
        {
            throw new EmbeddingException(
                $"{name} gives vectors of different lengths, or with values that are no numbers."
            );
        }

        var mean = new double[dimensions];
        foreach (var vector in vectors)
        {
            var length = Length(vector);
            for (var i = 0; i < dimensions && length > 0; i++)
            {
                mean[i] += vector[i] / length / vectors.Length;
            }
        }

        var plain = new ReferenceScale(mean, 1, 0, "");
        var centred = vectors.Select(v => plain.Centre(v)).ToArray();
        var (same, other) = Contrast(centred);
        if (same - other < 0.01)
        {
            throw new EmbeddingException(
                $"{name} cannot tell texts on the same work from texts on different work ({same:F3} and {other:F3} on average)."
            );
        }

        var slope = (Shipped.Value.Same - Shipped.Value.Other) / (same - other);
        return new ReferenceScale(mean, slope, Shipped.Value.Other - (slope * other), Hash(vectors));
    }

    public double Scale(double cosine) => Math.Clamp((_slope * cosine) + _offset, 0, 1);

    /// <summary>The vector without what all have in common, at about unit length and on the grid.</summary>
    public float[] Centre(ReadOnlySpan<float> vector)
    {
        if (vector.Length != Dimensions)
        {
            throw new EmbeddingException($"A vector of {vector.Length} numbers came where {Dimensions} were expected.");
        }

        var length = Length(vector);
        var centred = new double[Dimensions];
        var squares = 0.0;
        for (var i = 0; i < centred.Length && length > 0; i++)
        {
            centred[i] = (vector[i] / length) - _mean[i];
            squares += centred[i] * centred[i];
        }

        var scale = squares > 1e-12 ? 1 / Math.Sqrt(squares) : 0;
        return Array.ConvertAll(centred, x => (float)(Math.Round(x * scale / Grid) * Grid));
    }

    /// <summary>Each number rounded to the grid.</summary>
    public static float[] ToGrid(ReadOnlySpan<float> values)
    {
        var rounded = new float[values.Length];
        for (var i = 0; i < rounded.Length; i++)
        {
            rounded[i] = (float)(Math.Round(values[i] / Grid) * Grid);
        }

        return rounded;
    }

    /// <summary>The mean cosine of the two texts on each piece of work, and of texts on different work; none below 0.</summary>
    private static (double Same, double Other) Contrast(float[][] vectors)
    {
        var (same, other) = (0.0, 0.0);
        var pairs = vectors.Length / 2;
        for (var posting = 0; posting < pairs; posting++)
        {
            for (var resume = 0; resume < pairs; resume++)
            {
                var cosine = Scoring.DenseVector.Cosine(vectors[2 * posting], vectors[(2 * resume) + 1]);
                (same, other) = posting == resume ? (same + cosine, other) : (same, other + cosine);
            }
        }

        return (same / pairs, other / (pairs * (pairs - 1)));
    }

    private static double Length(ReadOnlySpan<float> vector)
    {
        var squares = 0.0;
        foreach (var value in vector)
        {
            squares += (double)value * value;
        }

        return Math.Sqrt(squares);
    }

    /// <summary>
    /// Some of the cosines, in tenths: a service repeats its vectors to some four digits only, and the same model must have the
    /// same name whenever and wherever it is asked.
    /// </summary>
    private static string Hash(float[][] vectors)
    {
        var tenths = Enumerable
            .Range(0, Probes)
            .Select(i => Cosine(vectors[2 * i], vectors[(2 * i) + 3]))
            .Select(cosine => (sbyte)Math.Round(cosine * 10));
        var bytes = tenths.Select(t => (byte)t).Append((byte)vectors[0].Length).Append((byte)(vectors[0].Length >> 8));
        return Convert.ToHexStringLower(SHA256.HashData([.. bytes]))[..12];
    }

    private static double Cosine(float[] left, float[] right)
    {
        var dot = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            dot += (double)left[i] * right[i];
        }

        return dot / Math.Max(1e-12, Length(left) * Length(right));
    }
}
