using System.Text.Json;
using Orleans.Storage;

namespace CiivSoft.Silo;

/// <summary>Grain state as JSON: readable, and tolerant of fields that an older or newer release does not know.</summary>
internal sealed class JsonStateSerializer : IGrainStorageSerializer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public BinaryData Serialize<T>(T? input) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(input, Options));

    public T Deserialize<T>(BinaryData input) =>
        JsonSerializer.Deserialize<T>(input.ToMemory().Span, Options)
        ?? throw new JsonException("The stored state of a grain is null.");
}
