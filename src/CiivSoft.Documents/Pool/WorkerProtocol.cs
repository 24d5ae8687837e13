using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Pool;

/// <summary>
/// What travels between pool and worker: each message is a 32-bit little-endian length and that many bytes. The worker
/// says <see cref="Ready"/> once; then each request (name, content) gets one answer (the reading as JSON).
/// </summary>
internal static class WorkerProtocol
{
    public static ReadOnlyMemory<byte> Ready { get; } = "ready 1"u8.ToArray();

    public static async Task WriteRequestAsync(
        Stream stream,
        string fileName,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    )
    {
        await WriteFrameAsync(stream, Encoding.UTF8.GetBytes(fileName), cancellationToken);
        await WriteFrameAsync(stream, content, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    public static async Task WriteAnswerAsync(
        Stream stream,
        DocumentReading reading,
        CancellationToken cancellationToken
    )
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(reading, ReadingJson.Default.DocumentReading);
        await WriteFrameAsync(stream, json, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    public static async Task<DocumentReading?> ReadAnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        var json = await ReadFrameAsync(stream, cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize(json, ReadingJson.Default.DocumentReading);
    }

    public static async Task WriteFrameAsync(
        Stream stream,
        ReadOnlyMemory<byte> frame,
        CancellationToken cancellationToken
    )
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, frame.Length);
        await stream.WriteAsync(length, cancellationToken);
        await stream.WriteAsync(frame, cancellationToken);
    }

    /// <summary>The next message, or null when the other side is gone.</summary>
    public static async Task<byte[]?> ReadFrameAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, false, cancellationToken) < length.Length)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (size is < 0 or > 2 * DocumentLimits.MaxFileBytes)
        {
            throw new InvalidDataException($"A message of {size} bytes is no part of the protocol.");
        }

        var frame = new byte[size];
        return await stream.ReadAtLeastAsync(frame, size, false, cancellationToken) < size ? null : frame;
    }
}
