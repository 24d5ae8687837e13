namespace CiivSoft.Matching.Vectors;

/// <summary>
/// Finds a row by its id: open addressing with linear probing, four bytes a slot. The ids themselves stay with the rows.
/// </summary>
internal sealed class RowTable(RowTable.IdOfRow idOf)
{
    private const int Smallest = 16;
    private int[] _slots = new int[Smallest];

    internal delegate ReadOnlySpan<byte> IdOfRow(int row);

    public int Count { get; private set; }

    public long MemoryBytes => (long)_slots.Length * sizeof(int);

    /// <summary>The row, or −1.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var slot = SlotOf(id);
        return _slots[slot] - 1;
    }

    public void Add(int row)
    {
        if ((Count + 1) * 4L > _slots.Length * 3L)
        {
            Grow();
        }
        _slots[SlotOf(idOf(row))] = row + 1;
        Count++;
    }

    /// <summary>Takes a row out; later rows of the same run move up, so that no marker is left behind.</summary>
    public void Remove(ReadOnlySpan<byte> id)
    {
        var hole = SlotOf(id);
        if (_slots[hole] == 0)
        {
            return;
        }
        var mask = _slots.Length - 1;
        for (var next = (hole + 1) & mask; _slots[next] != 0; next = (next + 1) & mask)
        {
            var home = Hash(idOf(_slots[next] - 1)) & mask;
            if (((next - home) & mask) >= ((next - hole) & mask))
            {
                _slots[hole] = _slots[next];
                hole = next;
            }
        }
        _slots[hole] = 0;
        Count--;
    }

    private int SlotOf(ReadOnlySpan<byte> id)
    {
        var mask = _slots.Length - 1;
        var slot = Hash(id) & mask;
        while (_slots[slot] != 0 && !idOf(_slots[slot] - 1).SequenceEqual(id))
        {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new int[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry != 0)
            {
                _slots[SlotOf(idOf(entry - 1))] = entry;
            }
        }
    }

    private static int Hash(ReadOnlySpan<byte> id)
    {
        // Seeded anew in each process: the order of rows never depends on it, and ids cannot be made to collide.
        var hash = new HashCode();
        hash.AddBytes(id);
        return hash.ToHashCode();
    }
}
