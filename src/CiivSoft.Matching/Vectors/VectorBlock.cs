namespace CiivSoft.Matching.Vectors;

/// <summary>A fixed number of rows: bytes one after the other, scales, places of the ids, and which rows are in use.</summary>
internal sealed class VectorBlock(int stride)
{
    // Few enough that a block of usual dimensions does not go to the large object heap when a small account's shard is built.
    public const int Rows = 256;
    private readonly sbyte[] _values = new sbyte[Rows * stride];
    private readonly float[] _scales = new float[Rows];
    private readonly ulong[] _live = new ulong[Rows / 64];
    private readonly int[] _idPlaces = new int[Rows];

    public static long MemoryBytes(int stride) => Rows * ((long)stride + sizeof(float) + sizeof(int)) + (Rows / 8);

    public ReadOnlySpan<float> Scales => _scales;

    public ReadOnlySpan<sbyte> AllValues => _values;

    public ref int IdPlace(int row) => ref _idPlaces[row];

    public bool IsLive(int row) => (_live[row / 64] >> (row % 64) & 1) != 0;

    public Span<sbyte> Values(int row) => _values.AsSpan(row * stride, stride);

    public void Set(int row, QuantizedVector vector)
    {
        vector.Values.CopyTo(Values(row));
        _scales[row] = vector.Scale;
        _live[row / 64] |= 1UL << (row % 64);
    }

    public void Erase(int row)
    {
        Values(row).Clear();
        _scales[row] = 0;
        _live[row / 64] &= ~(1UL << (row % 64));
    }
}
