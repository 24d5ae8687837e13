using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>A place: a text on opportunities, <c>{"name": …}</c> on contacts. Empty when it is neither.</summary>
internal sealed class LocationConverter : ReadOnlyConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? ReadName(ref reader) : TextConverter.ReadText(ref reader) ?? "";

    private static string ReadName(ref Utf8JsonReader reader)
    {
        string? name = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isName = reader.ValueTextEquals("name"u8);
            reader.Read();
            var text = TextConverter.ReadText(ref reader);
            name = isName ? text : name;
        }

        return name ?? "";
    }
}
