using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>The id of the record itself: without a usable one the record is broken.</summary>
internal sealed class RecordIdConverter : ReadOnlyConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadId(ref reader);

    public static string ReadId(ref Utf8JsonReader reader)
    {
        var id = reader.TokenType == JsonTokenType.String ? JsonText.Read(ref reader) : null;
        return id is not null && LeverIds.IsUsable(id) ? id : throw new JsonException();
    }
}
