using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Changes;

namespace CiivSoft.LeverSimulator.History;

internal static class HistoryJson
{
    public static void Write(Utf8JsonWriter json, HistoryEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("seq", entry.Seq);
        json.WriteString("kind", entry.Kind);
        WriteNumber(json, "of", entry.Of);
        json.WriteNumber("receivedAt", entry.ReceivedAt);
        json.WriteNumber("receivedAtReal", entry.ReceivedAtReal);
        json.WriteTimeOf("committedAt", entry.CommittedAt);
        json.WriteTimeOf("committedAtReal", entry.CommittedAtReal);
        json.WriteString("key", entry.Key);
        json.WriteString("method", entry.Method);
        json.WriteString("path", entry.Path);
        json.WriteString("route", entry.Route);
        WriteText(json, "query", entry.Query);
        if (entry.Body is { } body)
        {
            json.WritePropertyName("body");
            json.WriteRawValue(body, skipInputValidation: true);
        }

        json.WriteTimeOf("status", entry.Status);
        json.WriteString("fault", entry.Fault);
        json.WriteBoolean("answerLost", entry.IsAnswerLost);
        json.WritePropertyName("effects");
        json.WriteItems(entry.Effects, WriteEffect);
        json.WriteEndObject();
    }

    public static void WriteEffect(Utf8JsonWriter json, Effect effect)
    {
        json.WriteStartObject();
        json.WriteString("kind", effect.Kind);
        WriteText(json, "opportunity", effect.OpportunityId);
        WriteText(json, "contact", effect.ContactId);
        WriteText(json, "posting", effect.PostingId);
        WriteText(json, "note", effect.NoteId);
        WriteText(json, "record", effect.RecordId);
        WriteText(json, "from", effect.From);
        WriteText(json, "to", effect.To);
        if (effect.Values.Length > 0)
        {
            json.WriteTextsOf("values", effect.Values);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
