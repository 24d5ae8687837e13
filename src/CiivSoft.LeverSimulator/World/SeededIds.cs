using System.Buffers.Binary;

namespace CiivSoft.LeverSimulator.World;

/// <summary>Numbers and version 4 UUIDs that follow from a seed (SplitMix64). Safe for several threads.</summary>
/// <param name="seed">Where the sequence starts.</param>
internal sealed class SeededIds(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state = seed;

    /// <summary>The UUID that belongs to a place in a sequence, without producing those before it.</summary>
    public static Guid At(ulong sequence, ulong index) =>
        ToUuid(Mix(sequence + (2 * index * Step)), Mix(sequence + (((2 * index) + 1) * Step)));

    public ulong NextNumber() => Mix(Interlocked.Add(ref _state, Step));

    /// <summary>Evenly from 0 up to, but without, 1.</summary>
    public double NextShare() => (NextNumber() >> 11) * (1.0 / (1UL << 53));

    public string NextId() => ToUuid(NextNumber(), NextNumber()).ToString("D");

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static Guid ToUuid(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
