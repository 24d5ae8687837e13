using System.Text;

namespace CiivSoft.Matching.Vectors;

/// <summary>
/// Vectors in memory under string ids, searched exactly, row by row. A row takes its dimensions (rounded up to 32) and
/// about 60 bytes more for an id of 36 characters. Many threads may search at a time, but none while another changes rows.
/// </summary>
public sealed class VectorShard
{
    private readonly List<VectorBlock> _blocks = [];
    private readonly IdPages _ids = new();
    private readonly Stack<int> _freeRows = new();
    private readonly RowTable _table;
    private readonly int _stride;
    private int _usedRows;

    /// <param name="dimensions">Of every vector in the shard and of every query, 1 to 65,536.</param>
    public VectorShard(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, 1 << 16);
        Dimensions = dimensions;
        _stride = Int8Dot.Pad(dimensions);
        _table = new RowTable(row => _ids.At(BlockOf(row).IdPlace(row % VectorBlock.Rows)));
    }

    /// <summary>The dimensions of every vector.</summary>
    public int Dimensions { get; }

    /// <summary>The number of rows in use.</summary>
    public int Count => _table.Count;

    /// <summary>What the rows, ids and tables take, in bytes; a removed row keeps its room for the next one.</summary>
    public long MemoryBytes =>
        (_blocks.Count * VectorBlock.MemoryBytes(_stride))
        + _ids.MemoryBytes
        + _table.MemoryBytes
        + ((long)_freeRows.Capacity * sizeof(int));

    /// <summary>Adds a row, or replaces the vector of the row with this id.</summary>
    /// <exception cref="ArgumentException">
    /// The vector has other dimensions, or the id is empty or longer than 1,024 bytes of UTF-8.
    /// </exception>
    public void Set(string id, QuantizedVector vector)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ThrowIfOtherDimensions(vector);
        Span<byte> buffer = stackalloc byte[IdPages.LongestId];
        var key = Utf8(id, buffer);
        var row = _table.Find(key);
        if (row >= 0)
        {
            BlockOf(row).Set(row % VectorBlock.Rows, vector);
            return;
        }
        row = FreeRow(key);
        BlockOf(row).Set(row % VectorBlock.Rows, vector);
        _table.Add(row);
    }

    /// <summary>Overwrites vector and id with zeros. False if there is no such row.</summary>
    public bool Remove(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Span<byte> buffer = stackalloc byte[IdPages.LongestId];
        var key = Utf8(id, buffer);
        var row = _table.Find(key);
        if (row < 0)
        {
            return false;
        }
        _table.Remove(key);
        var block = BlockOf(row);
        _ids.Erase(block.IdPlace(row % VectorBlock.Rows));
        block.Erase(row % VectorBlock.Rows);
        _freeRows.Push(row);
        return true;
    }

    /// <summary>The vector stored under the id, or null.</summary>
    public QuantizedVector? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Span<byte> buffer = stackalloc byte[IdPages.LongestId];
        var row = _table.Find(Utf8(id, buffer));
        if (row < 0)
        {
            return null;
        }
        var block = BlockOf(row);
        var inBlock = row % VectorBlock.Rows;
        return QuantizedVector.FromParts(block.Values(inBlock)[..Dimensions], block.Scales[inBlock]);
    }

    /// <summary>
    /// The <paramref name="count"/> rows with the highest dot products, best first, equal scores by ordinal id. The result
    /// does not depend on the order in which rows came. A query of zeros (a text without a known word) finds nothing.
    /// </summary>
    /// <param name="query">A vector of the shard's dimensions.</param>
    /// <param name="count">At most this many; 0 or more.</param>
    /// <param name="filter">
    /// Keeps the rows whose id it accepts; null keeps all. It is asked only about rows good enough to be returned, so it
    /// may look things up, and must give an id the same answer throughout.
    /// </param>
    public IReadOnlyList<VectorHit> Search(QuantizedVector query, int count, Func<string, bool>? filter = null)
    {
        ThrowIfOtherDimensions(query);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0 || query.Scale == 0)
        {
            return [];
        }
        var widened = Widen(query);
        var top = new TopHits(count);
        Span<int> dots = stackalloc int[VectorBlock.Rows];
        for (var b = 0; b < _blocks.Count; b++)
        {
            var rows = Math.Min(VectorBlock.Rows, _usedRows - (b * VectorBlock.Rows));
            Int8Dot.Score(_blocks[b].AllValues, widened, dots[..rows]);
            Offer(_blocks[b], dots[..rows], query.Scale, top, filter);
        }
        return top.Ranked();
    }

    private void Offer(
        VectorBlock block,
        ReadOnlySpan<int> dots,
        float queryScale,
        TopHits top,
        Func<string, bool>? filter
    )
    {
        var scales = block.Scales[..dots.Length];
        for (var row = 0; row < dots.Length; row++)
        {
            var score = dots[row] * (scales[row] * queryScale);
            if (score < top.Bar || !block.IsLive(row))
            {
                continue;
            }
            var hit = new VectorHit(Encoding.UTF8.GetString(_ids.At(block.IdPlace(row))), score);
            if (top.Wants(hit) && (filter is null || filter(hit.Id)))
            {
                top.Add(hit);
            }
        }
    }

    private int FreeRow(ReadOnlySpan<byte> id)
    {
        if (_freeRows.TryPop(out var free))
        {
            ref var place = ref BlockOf(free).IdPlace(free % VectorBlock.Rows);
            place = _ids.Reuse(place, id);
            return free;
        }
        if (_usedRows == _blocks.Count * VectorBlock.Rows)
        {
            _blocks.Add(new VectorBlock(_stride));
        }
        BlockOf(_usedRows).IdPlace(_usedRows % VectorBlock.Rows) = _ids.Add(id);
        return _usedRows++;
    }

    private VectorBlock BlockOf(int row) => _blocks[row / VectorBlock.Rows];

    private short[] Widen(QuantizedVector query)
    {
        var widened = new short[_stride];
        for (var i = 0; i < query.Dimensions; i++)
        {
            widened[i] = query.Values[i];
        }
        return widened;
    }

    private void ThrowIfOtherDimensions(QuantizedVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.Dimensions != Dimensions)
        {
            throw new ArgumentException(
                $"The vector has {vector.Dimensions} dimensions, the shard {Dimensions}.",
                nameof(vector)
            );
        }
    }

    private static ReadOnlySpan<byte> Utf8(string id, Span<byte> buffer)
    {
        if (!Encoding.UTF8.TryGetBytes(id, buffer, out var written))
        {
            throw new ArgumentException($"An id has at most {IdPages.LongestId} bytes of UTF-8.", nameof(id));
        }
        return buffer[..written];
    }
}
