using System.Runtime.InteropServices;
using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Embedding;

/// <summary>Turns learned words into the file that ships: rows of bytes, and the centring measured on taxonomy texts.</summary>
internal static class DomainEmbeddingBuilder
{
    private const int CentringBags = 1500;
    private const int TextsPerBag = 20;
    private const int PowerIterations = 100;

    public static DomainEmbeddingFile Build(
        Vocabulary vocabulary,
        IReadOnlyList<WordVectors> models,
        PairSampler sampler
    )
    {
        var plain = Quantize(vocabulary, models);
        var embedding = new DomainEmbedding(plain, "uncentred");
        var vectors = new float[CentringBags][];
        for (var i = 0; i < vectors.Length; i++)
        {
            var texts = sampler.Texts(TextsPerBag).SelectMany(text => text).Select(id => vocabulary.Words[id]);
            vectors[i] = embedding.Embed(string.Join(' ', texts));
        }
        var mean = Mean(vectors);
        return plain with { Mean = ToFloats(mean), Component = ToFloats(FirstComponent(vectors, mean)) };
    }

    private static DomainEmbeddingFile Quantize(Vocabulary vocabulary, IReadOnlyList<WordVectors> models)
    {
        var dimensions = models.Sum(model => model.Dimensions);
        var count = vocabulary.Words.Count;
        var rows = new byte[count * dimensions];
        var scales = new float[count];
        for (var word = 0; word < count; word++)
        {
            var weighted = new float[dimensions];
            var start = 0;
            foreach (var model in models)
            {
                var part = weighted.AsSpan(start, model.Dimensions);
                Kernels.AddScaled(part, model.Vector(word), model.Weight(word));
                start += model.Dimensions;
            }

            var quantized = Matching.Vectors.QuantizedVector.Quantize(weighted);
            MemoryMarshal.AsBytes(quantized.Values).CopyTo(rows.AsSpan(word * dimensions));
            scales[word] = quantized.Scale;
        }
        return new DomainEmbeddingFile
        {
            Words = vocabulary.Words,
            Rows = rows,
            Scales = scales,
            Mean = new float[dimensions],
            Component = new float[dimensions],
        };
    }

    private static double[] Mean(float[][] vectors)
    {
        var mean = new double[vectors[0].Length];
        foreach (var vector in vectors)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += vector[i] / (double)vectors.Length;
            }
        }
        return mean;
    }

    /// <summary>The direction of the largest variance around the mean, by power iteration.</summary>
    private static double[] FirstComponent(float[][] vectors, double[] mean)
    {
        var direction = new double[mean.Length];
        Array.Fill(direction, 1);
        for (var iteration = 0; iteration < PowerIterations; iteration++)
        {
            var next = new double[mean.Length];
            foreach (var vector in vectors)
            {
                var along = 0.0;
                for (var i = 0; i < next.Length; i++)
                {
                    along += (vector[i] - mean[i]) * direction[i];
                }
                for (var i = 0; i < next.Length; i++)
                {
                    next[i] += along * (vector[i] - mean[i]);
                }
            }
            var length = Math.Sqrt(next.Sum(value => value * value));
            direction = Array.ConvertAll(next, value => value / length);
        }
        return direction;
    }

    private static float[] ToFloats(double[] values) => Array.ConvertAll(values, value => (float)value);
}
