using System.Text.Json;
using System.Text.Json.Serialization;

namespace CiivSoft.Lever.Json;

/// <summary>A converter for what only ever comes from Lever. Nulls come through <see cref="JsonConverter{T}.Read"/> too.</summary>
internal abstract class ReadOnlyConverter<T> : JsonConverter<T>
{
    public sealed override bool HandleNull => true;

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Lever's records are read, never sent.");

    /// <summary>Moves past the value in hand, whatever it is.</summary>
    private protected static TResult Skip<TResult>(ref Utf8JsonReader reader, TResult result)
    {
        reader.Skip();
        return result;
    }
}
