using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Records that are held as Lever sends them: requisitions, forms, offers, panels.</summary>
internal static class RawRecords
{
    public static string? IdOf(JsonElement record) => TextOf(record, "id");

    public static string? TextOf(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static bool FlagOf(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static long TimeOf(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var time)
            ? time
            : 0;

    public static JsonElement Build(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var record = new JsonObject();
        foreach (var (name, value) in fields)
        {
            record[name] = value;
        }

        return JsonSerializer.SerializeToElement(record);
    }

    /// <summary>The body's fields over the record's, or over nothing; the fixed ones win.</summary>
    public static JsonElement Merge(
        JsonElement? under,
        JsonElement over,
        params ReadOnlySpan<(string Name, JsonNode? Value)> fixedFields
    )
    {
        var merged = new JsonObject();
        foreach (var layer in (JsonElement?[])[under, over])
        {
            foreach (var field in layer?.EnumerateObject() ?? default)
            {
                merged[field.Name] = JsonNode.Parse(field.Value.GetRawText());
            }
        }

        foreach (var (name, value) in fixedFields)
        {
            merged[name] = value;
        }

        return JsonSerializer.SerializeToElement(merged);
    }

    public static ImmutableArray<JsonElement> Replace(ImmutableArray<JsonElement> records, JsonElement record) =>
        [.. records.Select(other => IdOf(other) == IdOf(record) ? record : other)];
}
