using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CiivSoft.Lever.Json;

/// <summary>A part that decides nothing: null when it cannot be read.</summary>
internal sealed class OptionalConverter<T> : ReadOnlyConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, options);

    public static T? TryRead(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var start = reader;
        reader.Skip();
        try
        {
            return JsonSerializer.Deserialize(ref start, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>As <see cref="OptionalConverter{T}"/>, with an empty record for null.</summary>
internal sealed class OrNewConverter<T> : ReadOnlyConverter<T>
    where T : class, new()
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OptionalConverter<T>.TryRead(ref reader, options) ?? new T();
}

/// <summary>A list of such parts, without those that cannot be read.</summary>
internal sealed class OptionalListConverter<T> : ReadOnlyConverter<IReadOnlyList<T>>
    where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return OptionalConverter<T>.TryRead(ref reader, options) is { } single ? [single] : [];
        }

        var parts = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (OptionalConverter<T>.TryRead(ref reader, options) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
