using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Embedding;

/// <summary>A bag's unit vector u / |u|, u = Σ (1 + ln tf) · w(t) · E(t), and how a gradient flows back through it.</summary>
internal sealed class PooledBag
{
    private readonly Bag _bag;
    private readonly float _length;

    public PooledBag(Bag bag, WordVectors words)
    {
        _bag = bag;
        Unit = new float[words.Dimensions];
        foreach (var (word, count) in bag.Words)
        {
            Kernels.AddScaled(Unit, words.Vector(word), (float)TermWeights.Of(count) * words.Weight(word));
        }
        _length = Math.Max(MathF.Sqrt(Kernels.Dot(Unit, Unit)), 1e-12f);
        for (var i = 0; i < Unit.Length; i++)
        {
            Unit[i] /= _length;
        }
        Gradient = new float[words.Dimensions];
    }

    public EncodedConcept Owner => _bag.Owner;

    public float[] Unit { get; }

    /// <summary>Of the loss by the unit vector; filled by the batch.</summary>
    public float[] Gradient { get; }

    public void Backpropagate(WordVectors words, BatchGradient gradient)
    {
        var along = Kernels.Dot(Gradient, Unit);
        Kernels.AddScaled(Gradient, Unit, -along);
        foreach (var (word, count) in _bag.Words)
        {
            var factor = (float)TermWeights.Of(count) * words.Weight(word) / _length;
            gradient.Add(word, Gradient, factor, factor * Kernels.Dot(Gradient, words.Vector(word)));
        }
    }
}
