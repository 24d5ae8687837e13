using System.Runtime.Intrinsics;
using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Embedding;

/// <summary>
/// What is learned: a vector E(t) and the logarithm of a weight w(t) a word, each with the sums of squares that Adagrad
/// keeps. All sums run in a fixed order.
/// </summary>
internal sealed class WordVectors
{
    private const float Tiny = 1e-10f;
    private readonly float[] _vectors;
    private readonly float[] _vectorSquares;
    private readonly double[] _logWeights;
    private readonly double[] _weightSquares;
    private readonly float[] _weights;

    public WordVectors(double[] initialWeights, int dimensions, Dice dice)
    {
        Dimensions = dimensions;
        _vectors = new float[initialWeights.Length * dimensions];
        _vectorSquares = new float[_vectors.Length];
        _logWeights = Array.ConvertAll(initialWeights, StableMath.Log);
        _weightSquares = new double[initialWeights.Length];
        _weights = Array.ConvertAll(initialWeights, weight => (float)weight);
        var spread = 1 / Math.Sqrt(dimensions);
        for (var i = 0; i < _vectors.Length; i++)
        {
            _vectors[i] = (float)(dice.Normal() * spread);
        }
    }

    public int Dimensions { get; }

    public int Count => _weights.Length;

    public ReadOnlySpan<float> Vector(int word) => _vectors.AsSpan(word * Dimensions, Dimensions);

    public float Weight(int word) => _weights[word];

    public void Step(int word, ReadOnlySpan<float> vectorGradient, float rate)
    {
        var values = _vectors.AsSpan(word * Dimensions, Dimensions);
        var squares = _vectorSquares.AsSpan(word * Dimensions, Dimensions);
        for (var i = 0; i < values.Length; i += Kernels.Lanes)
        {
            var gradient = Vector256.Create(vectorGradient[i..]);
            var sum = Vector256.Create<float>(squares[i..]) + (gradient * gradient);
            var step = gradient * Vector256.Create(rate) / (Vector256.Sqrt(sum) + Vector256.Create(Tiny));
            sum.CopyTo(squares[i..]);
            (Vector256.Create<float>(values[i..]) - step).CopyTo(values[i..]);
        }
    }

    public void StepWeight(int word, double logWeightGradient, double rate)
    {
        _weightSquares[word] += logWeightGradient * logWeightGradient;
        _logWeights[word] -= rate * logWeightGradient / (Math.Sqrt(_weightSquares[word]) + Tiny);
        _weights[word] = (float)StableMath.Exp(_logWeights[word]);
    }
}
