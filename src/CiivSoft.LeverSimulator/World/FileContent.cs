namespace CiivSoft.LeverSimulator.World;

/// <summary>The bytes of a file. Nothing is kept for longer than the collector likes, except what was uploaded.</summary>
internal sealed class FileContent
{
    private readonly Func<byte[]> _make;
    private readonly WeakReference<byte[]?> _made = new(null);
    private long _size;

    private FileContent(Func<byte[]> make, long size)
    {
        _make = make;
        _size = size;
    }

    /// <summary>In bytes. Makes the file once when its size is not known yet.</summary>
    public long Size
    {
        get
        {
            var size = Volatile.Read(ref _size);
            return size >= 0 ? size : GetBytes().LongLength;
        }
    }

    public static FileContent Of(byte[] bytes) => new(() => bytes, bytes.LongLength);

    /// <summary>Read from disk each time; <see cref="FileNotFoundException"/> here when there is none.</summary>
    public static FileContent OfFile(string path) => new(() => File.ReadAllBytes(path), new FileInfo(path).Length);

    /// <param name="make">Makes the same bytes each time; may be called from several threads.</param>
    public static FileContent MadeBy(Func<byte[]> make) => new(make, -1);

    public byte[] GetBytes()
    {
        if (_made.TryGetTarget(out var made) && made is not null)
        {
            return made;
        }

        var bytes = _make();
        _made.SetTarget(bytes);
        Volatile.Write(ref _size, bytes.LongLength);
        return bytes;
    }
}
