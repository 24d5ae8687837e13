using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>True or false, bare or as a text; null means false. Anything else breaks the record.</summary>
internal sealed class FlagConverter : ReadOnlyConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadFlag(ref reader) ?? false;

    public static bool? ReadFlag(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            JsonTokenType.String when bool.TryParse(JsonText.Read(ref reader), out var flag) => flag,
            _ => throw new JsonException(),
        };
}

/// <summary>As <see cref="FlagConverter"/>, with null for null.</summary>
internal sealed class OptionalFlagConverter : ReadOnlyConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FlagConverter.ReadFlag(ref reader);
}
