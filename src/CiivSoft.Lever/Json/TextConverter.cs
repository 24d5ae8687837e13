using System.Text;
using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>Free text that decides nothing: a number or flag is taken as it is written, anything else as null.</summary>
internal sealed class TextConverter : ReadOnlyConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadText(ref reader);

    public static string? ReadText(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => JsonText.Read(ref reader),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => Skip<string?>(ref reader, null),
        };
}

/// <summary>As <see cref="TextConverter"/>, with an empty text for null.</summary>
internal sealed class TextOrEmptyConverter : ReadOnlyConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TextConverter.ReadText(ref reader) ?? "";
}
