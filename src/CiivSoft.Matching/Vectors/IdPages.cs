using System.Buffers.Binary;

namespace CiivSoft.Matching.Vectors;

/// <summary>
/// Ids as UTF-8 in pages, each behind its length and the room it has: an id of 36 characters costs 40 bytes, as
/// a string 96. A place is a position in steps of four bytes, so it fits an int.
/// </summary>
internal sealed class IdPages
{
    public const int LongestId = 1024;
    private const int PageBits = 14;
    private const int PageBytes = 1 << PageBits;
    private const int Step = 4;
    private const int Header = 2 * sizeof(ushort);
    private readonly List<byte[]> _pages = [];
    private int _used = PageBytes;

    public long MemoryBytes => (long)_pages.Count * PageBytes;

    public ReadOnlySpan<byte> At(int place)
    {
        var slot = Slot(place);
        return slot.Slice(Header, BinaryPrimitives.ReadUInt16LittleEndian(slot));
    }

    public int Add(ReadOnlySpan<byte> id)
    {
        var room = (id.Length + Step - 1) / Step * Step;
        if (_used + Header + room > PageBytes)
        {
            _pages.Add(new byte[PageBytes]);
            _used = 0;
        }
        var place = (int)((((long)_pages.Count - 1 << PageBits) + _used) / Step);
        var slot = Slot(place);
        BinaryPrimitives.WriteUInt16LittleEndian(slot[sizeof(ushort)..], (ushort)room);
        Write(slot, id);
        _used += Header + room;
        return place;
    }

    /// <summary>Puts another id where an erased one was; a new place if it does not fit there.</summary>
    public int Reuse(int place, ReadOnlySpan<byte> id)
    {
        var slot = Slot(place);
        if (id.Length > BinaryPrimitives.ReadUInt16LittleEndian(slot[sizeof(ushort)..]))
        {
            return Add(id);
        }
        Write(slot, id);
        return place;
    }

    /// <summary>Overwrites the id with zeros: whoever is to be forgotten leaves no byte behind.</summary>
    public void Erase(int place)
    {
        var slot = Slot(place);
        slot.Slice(Header, BinaryPrimitives.ReadUInt16LittleEndian(slot)).Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(slot, 0);
    }

    private static void Write(Span<byte> slot, ReadOnlySpan<byte> id)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(slot, (ushort)id.Length);
        id.CopyTo(slot[Header..]);
    }

    private Span<byte> Slot(int place)
    {
        var position = (long)place * Step;
        return _pages[(int)(position >> PageBits)].AsSpan((int)(position & (PageBytes - 1)));
    }
}
