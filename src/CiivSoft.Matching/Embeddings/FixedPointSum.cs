using System.Numerics;
using System.Runtime.InteropServices;

namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// Sums weighted rows of bytes in integers. Integer sums do not depend on order or on the width of the processor's
/// registers, which is what makes a document's vector the same everywhere.
/// </summary>
internal sealed class FixedPointSum(int dimensions)
{
    private const int FactorBits = 18;

    /// <summary>A factor has 18 bits and a byte 7, so 32 products stay well inside an int.</summary>
    private const int RowsBeforeFlush = 32;

    private readonly int[] _sums = new int[dimensions];
    private readonly long[] _total = new long[dimensions];
    private int _pending;

    /// <summary>Adds a row, multiplied by the factor.</summary>
    public void Add(ReadOnlySpan<sbyte> values, int factor)
    {
        var factors = new Vector<int>(factor);
        var i = 0;
        for (; i + Vector<sbyte>.Count <= values.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(values[i..]), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var sums = MemoryMarshal.Cast<int, Vector<int>>(_sums.AsSpan(i, Vector<sbyte>.Count));
            sums[0] += first * factors;
            sums[1] += second * factors;
            sums[2] += third * factors;
            sums[3] += fourth * factors;
        }
        for (; i < values.Length; i++)
        {
            _sums[i] += values[i] * factor;
        }
        if (++_pending == RowsBeforeFlush)
        {
            Flush();
        }
    }

    public ReadOnlySpan<long> Total()
    {
        Flush();
        return _total;
    }

    private void Flush()
    {
        for (var i = 0; i < _total.Length; i++)
        {
            _total[i] += _sums[i];
        }
        Array.Clear(_sums);
        _pending = 0;
    }

    /// <summary>Turns a word's scale and its count in the text into an integer factor of at most 18 bits.</summary>
    internal sealed class Scaling
    {
        private readonly float[] _scales;
        private readonly double _unit;

        public Scaling(float[] scales)
        {
            _scales = scales;
            var largest = scales.Max() * TermWeights.Largest;
            _unit = largest > 0 ? ((1 << FactorBits) - 1) / largest : 0;
        }

        public int Factor(int row, int occurrences) =>
            (int)Math.Round(_scales[row] * TermWeights.Of(occurrences) * _unit);
    }
}
