using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>
/// Turns form fields into the JSON that they stand for: <c>emails[]</c>, <c>archived[archivedAt]</c>, <c>phones[0][value]</c> and
/// <c>phones[]={"value":…}</c>. Names that fit nothing are left out.
/// </summary>
internal sealed class FormFields
{
    private const int MaxDepth = 5;
    private const int MaxIndex = 1000;
    private readonly JsonObject _root = [];

    public void Add(string name, string value)
    {
        var steps = name.Replace("]", "", StringComparison.Ordinal).Split('[');
        if (steps.Length > MaxDepth || steps[0].Length == 0)
        {
            return;
        }

        JsonNode place = _root;
        for (var step = 0; step < steps.Length - 1; step++)
        {
            var isArray =
                steps[step + 1].Length == 0 || int.TryParse(steps[step + 1], CultureInfo.InvariantCulture, out _);
            if (Descend(place, steps[step], isArray) is not { } inner)
            {
                return;
            }

            place = inner;
        }

        Set(place, steps[^1], ToNode(value));
    }

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(_root);

    private static JsonNode? Descend(JsonNode place, string step, bool isArray)
    {
        if (Get(place, step) is { } found)
        {
            return found is JsonArray == isArray && found is not JsonValue ? found : null;
        }

        JsonNode made = isArray ? new JsonArray() : new JsonObject();
        return Set(place, step, made) ? made : null;
    }

    private static JsonNode? Get(JsonNode place, string step) =>
        place switch
        {
            JsonObject named => named[step],
            JsonArray list when IndexOf(step) is { } index && index < list.Count => list[index],
            _ => null,
        };

    private static bool Set(JsonNode place, string step, JsonNode? value)
    {
        if (place is JsonObject named)
        {
            named[step] = value;
            return true;
        }

        if (place is not JsonArray list || list.Count > MaxIndex)
        {
            return false;
        }

        if (IndexOf(step) is { } index && index < list.Count)
        {
            list[index] = value;
        }
        else
        {
            list.Add(value);
        }

        return true;
    }

    private static int? IndexOf(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static JsonNode? ToNode(string value)
    {
        if (value.StartsWith('{'))
        {
            try
            {
                return JsonNode.Parse(value);
            }
            catch (JsonException)
            {
                // Text that merely starts with a brace stays text.
            }
        }

        return JsonValue.Create(value);
    }
}
