using System.Collections.Immutable;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Values as Lever writes them.</summary>
internal static class JsonValues
{
    public static void WriteTexts(this Utf8JsonWriter json, IEnumerable<string> texts) =>
        json.WriteItems(texts, static (json, text) => json.WriteStringValue(text));

    public static void WriteItems<T>(this Utf8JsonWriter json, IEnumerable<T> items, WriteValue<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    public static void WriteTime(this Utf8JsonWriter json, long? time)
    {
        if (time is { } milliseconds)
        {
            json.WriteNumberValue(milliseconds);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void WriteTimeOf(this Utf8JsonWriter json, string name, long? time)
    {
        json.WritePropertyName(name);
        json.WriteTime(time);
    }

    public static void WriteElement(this Utf8JsonWriter json, JsonElement? element)
    {
        if (element is { } value)
        {
            value.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void WriteTextsOf(this Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WritePropertyName(name);
        json.WriteTexts(texts);
    }
}
