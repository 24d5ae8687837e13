using System.Runtime.Intrinsics;
using CiivSoft.Matching.Vectors;

namespace CiivSoft.Training.Embedding;

/// <summary>
/// Vector arithmetic in eight lanes whatever the processor has, without fused multiply-add: the same seed gives the same
/// model on any machine. Lengths are multiples of eight.
/// </summary>
internal static class Kernels
{
    public const int Lanes = 8;

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => Float32Dot.Of(left, right);

    /// <summary>target += factor × values.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> values, float factor)
    {
        var factors = Vector256.Create(factor);
        for (var i = 0; i < target.Length; i += Lanes)
        {
            var sum = Vector256.Create<float>(target[i..]) + (Vector256.Create(values[i..]) * factors);
            sum.CopyTo(target[i..]);
        }
    }
}
