using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>Texts that decide nothing: a single text is a list of one, what is no text is left out.</summary>
internal sealed class TextListConverter : ReadOnlyConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return TextConverter.ReadText(ref reader) is { } single ? [single] : [];
        }

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (TextConverter.ReadText(ref reader) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}

/// <summary>Texts that decide something, such as a tag that opts out: what is neither a text nor null breaks the record.</summary>
internal sealed class StrictTextListConverter : ReadOnlyConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                texts.Add(JsonText.Read(ref reader));
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                throw new JsonException();
            }
        }

        return texts;
    }
}
