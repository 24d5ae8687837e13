using System.Buffers;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.Administration;

internal static class JsonLines
{
    /// <summary>Adds one line.</summary>
    public static void Write(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        buffer.Write("\n"u8);
    }
}
