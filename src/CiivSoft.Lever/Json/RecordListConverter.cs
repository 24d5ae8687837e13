using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CiivSoft.Lever.Json;

/// <summary>Records that decide something: nulls are left out, anything else that is no such record breaks the whole.</summary>
internal sealed class RecordListConverter<T> : ReadOnlyConverter<IReadOnlyList<T>>
    where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var records = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (JsonSerializer.Deserialize(ref reader, type) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }
}
