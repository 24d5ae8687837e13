using System.Runtime.InteropServices;

namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>
/// Reads little-endian values and never allocates for more than the file still holds, whatever its counts promise.
/// </summary>
internal sealed class ModelFileReader
{
    private const int BytesPerRead = 1 << 26;
    private readonly Stream _stream;
    private readonly string _name;
    private readonly long _start;
    private readonly long _length;
    private long _position;

    public ModelFileReader(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("The length of a model must be known before it is read.", nameof(stream));
        }
        _stream = stream;
        _name = name;
        _start = stream.Position;
        _length = stream.Length - _start;
    }

    public long Remaining => _length - _position;

    public int ReadInt32(string what) => Read<int>(what);

    public long ReadInt64(string what) => Read<long>(what);

    public bool ReadFlag(string what) =>
        Read<byte>(what) switch
        {
            0 => false,
            1 => true,
            var other => throw Failure($"{what} is {other}, neither 0 nor 1."),
        };

    public T Read<T>(string what)
        where T : unmanaged
    {
        var value = default(T);
        Fill(MemoryMarshal.AsBytes(new Span<T>(ref value)), what);
        return value;
    }

    /// <summary>Reads an array, after a check that the rest of the file has room for it.</summary>
    public T[] ReadArray<T>(long count, string what)
        where T : unmanaged
    {
        var size = Marshal.SizeOf<T>();
        if (count < 0 || count > Array.MaxLength || count > Remaining / size)
        {
            throw Failure($"{what}: {count} values of {size} bytes promised, {Remaining} bytes left.");
        }
        var values = GC.AllocateUninitializedArray<T>((int)count);
        for (var from = 0; from < values.Length; from += BytesPerRead / size)
        {
            var part = values.AsSpan(from, Math.Min(BytesPerRead / size, values.Length - from));
            Fill(MemoryMarshal.AsBytes(part), what);
        }
        return values;
    }

    /// <summary>Appends the bytes up to the next zero, which is read too.</summary>
    public void ReadZeroTerminated(List<byte> target, string what)
    {
        for (var next = Read<byte>(what); next != 0; next = Read<byte>(what))
        {
            target.Add(next);
        }
    }

    /// <summary>Passes over values that are not needed, after the same check as for an array.</summary>
    public void Skip(long count, int size, string what)
    {
        if (count < 0 || count > Remaining / size)
        {
            throw Failure($"{what}: {count} values of {size} bytes promised, {Remaining} bytes left.");
        }
        _position += count * size;
        _stream.Position = _start + _position;
    }

    public ModelFileException Failure(string problem) => new(_name, _position, problem);

    private void Fill(Span<byte> bytes, string what)
    {
        if (bytes.Length > Remaining)
        {
            throw Failure($"the file ends inside {what}.");
        }
        _stream.ReadExactly(bytes);
        _position += bytes.Length;
    }
}
