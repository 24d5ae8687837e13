using System.Buffers;
using System.Reflection;

namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// A resource of an assembly, read where the assembly is mapped into memory: nothing is copied, and what several processes of a
/// machine read is there once. The assembly must stay loaded, as all but collectible ones do.
/// </summary>
internal sealed unsafe class MappedResource : MemoryManager<byte>
{
    private readonly UnmanagedMemoryStream _stream;

    private MappedResource(UnmanagedMemoryStream stream) => _stream = stream;

    /// <exception cref="InvalidOperationException">The assembly was built without it.</exception>
    public static ReadOnlyMemory<byte> Open(Assembly assembly, string name) =>
        assembly.GetManifestResourceStream(name) is UnmanagedMemoryStream stream
            ? new MappedResource(stream).Memory
            : throw new InvalidOperationException($"The assembly was built without {name}.");

    public override Span<byte> GetSpan() => new(_stream.PositionPointer, checked((int)_stream.Length));

    public override MemoryHandle Pin(int elementIndex = 0) => new(_stream.PositionPointer + elementIndex);

    public override void Unpin()
    {
        // It does not move.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }
    }
}
