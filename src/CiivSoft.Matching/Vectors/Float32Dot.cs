using System.Runtime.Intrinsics;

namespace CiivSoft.Matching.Vectors;

/// <summary>Dot products of float32 vectors that are bit-identical on every processor.</summary>
public static class Float32Dot
{
    private const int Lanes = 8;

    /// <summary>
    /// Sums in eight lanes (dimension i in lane i mod 8) and the lanes from first to last; products are rounded before
    /// they are added (no fused multiply-add).
    /// </summary>
    /// <exception cref="ArgumentException">The vectors differ in length.</exception>
    public static float Of(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"Vectors of {left.Length} and {right.Length} dimensions.", nameof(right));
        }
        var lanes = Vector256<float>.Zero;
        var i = 0;
        for (; i + Lanes <= left.Length; i += Lanes)
        {
            lanes += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);
        }
        for (var lane = 0; i < left.Length; i++, lane++)
        {
            lanes = lanes.WithElement(lane, lanes[lane] + (left[i] * right[i]));
        }
        var sum = 0f;
        for (var lane = 0; lane < Lanes; lane++)
        {
            sum += lanes[lane];
        }
        return sum;
    }
}
