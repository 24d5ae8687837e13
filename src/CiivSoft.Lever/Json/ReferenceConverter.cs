using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>An expandable field, read as the id it stands for: an id, or a record with an id. Null and an empty text mean none.</summary>
internal sealed class ReferenceConverter : ReadOnlyConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String when reader.ValueSpan.IsEmpty => null,
            JsonTokenType.StartObject => ReadRecord(ref reader),
            _ => RecordIdConverter.ReadId(ref reader),
        };

    private static string ReadRecord(ref Utf8JsonReader reader)
    {
        string? id = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId)
            {
                id = RecordIdConverter.ReadId(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return id ?? throw new JsonException();
    }
}
