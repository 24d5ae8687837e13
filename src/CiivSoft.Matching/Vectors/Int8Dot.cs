using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CiivSoft.Matching.Vectors;

/// <summary>
/// Dot products of one query with many rows of signed bytes. Sums are integers, so every path gives the same bits.
/// Rows and query are padded with zeros to a multiple of <see cref="Alignment"/>.
/// </summary>
internal static class Int8Dot
{
    public const int Alignment = 32;

    public static int Pad(int dimensions) => (dimensions + Alignment - 1) / Alignment * Alignment;

    /// <summary>Writes one dot product a row into <paramref name="dots"/>; the rows lie one after the other.</summary>
    public static void Score(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query, Span<int> dots)
    {
        if (query.Length % Alignment != 0 || rows.Length < dots.Length * query.Length)
        {
            throw new ArgumentException("Rows and query do not fit each other.", nameof(rows));
        }
        if (dots.IsEmpty)
        {
            return;
        }
        if (Avx512BW.IsSupported)
        {
            ScoreAvx512(in rows[0], in query[0], query.Length, dots);
        }
        else if (Avx2.IsSupported)
        {
            ScoreAvx2(in rows[0], in query[0], query.Length, dots);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            ScoreVector128(in rows[0], in query[0], query.Length, dots);
        }
        else
        {
            ScoreScalar(rows, query, dots);
        }
    }

    internal static void ScoreAvx512(in sbyte rows, in short query, int width, Span<int> dots)
    {
        ref var row = ref Unsafe.AsRef(in rows);
        for (var r = 0; r < dots.Length; r++)
        {
            var sum = Vector512<int>.Zero;
            for (nuint i = 0; i < (nuint)width; i += 32)
            {
                var bytes = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, i));
                sum += Avx512BW.MultiplyAddAdjacent(bytes, Vector512.LoadUnsafe(in query, i));
            }
            dots[r] = Vector512.Sum(sum);
            row = ref Unsafe.Add(ref row, width);
        }
    }

    internal static void ScoreAvx2(in sbyte rows, in short query, int width, Span<int> dots)
    {
        ref var row = ref Unsafe.AsRef(in rows);
        for (var r = 0; r < dots.Length; r++)
        {
            var sum = Vector256<int>.Zero;
            for (nuint i = 0; i < (nuint)width; i += 16)
            {
                var bytes = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, i));
                sum += Avx2.MultiplyAddAdjacent(bytes, Vector256.LoadUnsafe(in query, i));
            }
            dots[r] = Vector256.Sum(sum);
            row = ref Unsafe.Add(ref row, width);
        }
    }

    internal static void ScoreVector128(in sbyte rows, in short query, int width, Span<int> dots)
    {
        ref var row = ref Unsafe.AsRef(in rows);
        for (var r = 0; r < dots.Length; r++)
        {
            var sum = Vector128<int>.Zero;
            for (nuint i = 0; i < (nuint)width; i += 16)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, i));
                // One product of two bytes fits 16 bits, a sum of three does not: widen before adding.
                var (a, b) = Vector128.Widen(low * Vector128.LoadUnsafe(in query, i));
                var (c, d) = Vector128.Widen(high * Vector128.LoadUnsafe(in query, i + 8));
                sum += a + b + c + d;
            }
            dots[r] = Vector128.Sum(sum);
            row = ref Unsafe.Add(ref row, width);
        }
    }

    internal static void ScoreScalar(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query, Span<int> dots)
    {
        for (var r = 0; r < dots.Length; r++)
        {
            var row = rows.Slice(r * query.Length, query.Length);
            var sum = 0;
            for (var i = 0; i < row.Length; i++)
            {
                sum += row[i] * query[i];
            }
            dots[r] = sum;
        }
    }
}
