using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>
/// Reads the fields of a body. Absent and null are the same unless asked; numbers and flags may be texts, as forms send them. What has
/// the wrong type is refused with its JSON pointer.
/// </summary>
/// <param name="fields">An object.</param>
/// <param name="pointer">Where it stands; empty for the body itself.</param>
internal sealed class BodyFields(JsonElement fields, string pointer = "")
{
    public JsonElement Json => fields;

    /// <summary>Whether the field is there, be it null.</summary>
    public bool Has(string name) => fields.TryGetProperty(name, out _);

    /// <summary>Null when absent or null.</summary>
    public JsonElement? Get(string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? GetText(string name) => Get(name) is { } value ? ReadText(value, name) : null;

    /// <exception cref="RefusedException">It is missing or empty.</exception>
    public string RequireText(string name) =>
        GetText(name) is { Length: > 0 } text ? text : throw Refuse($"{name} is required", name);

    public ImmutableArray<string> GetTexts(string name) =>
        [.. GetItems(name).Select((item, index) => ReadText(item, $"{name}/{index}"))];

    /// <exception cref="RefusedException">There is none.</exception>
    public ImmutableArray<string> RequireTexts(string name) =>
        GetTexts(name) is { Length: > 0 } texts ? texts : throw Refuse($"{name} is required", name);

    public long? GetNumber(string name)
    {
        if (Get(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.Number when value.TryGetDouble(out var number) && Math.Abs(number) < long.MaxValue =>
                (long)number,
            JsonValueKind.String
                when long.TryParse(ReadText(value, name), CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Refuse($"{name} must be a number", name),
        };
    }

    public bool? GetFlag(string name)
    {
        if (Get(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(ReadText(value, name), out var flag) => flag,
            _ => throw Refuse($"{name} must be true or false", name),
        };
    }

    public BodyFields? GetObject(string name) => Get(name) is { } value ? ReadObject(value, name) : null;

    public ImmutableArray<BodyFields> GetObjects(string name) =>
        [.. GetItems(name).Select((item, index) => ReadObject(item, $"{name}/{index}"))];

    /// <summary>The value if it is an array, kept as it came.</summary>
    public JsonElement? GetRawArray(string name) =>
        Get(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array ? value
        : throw Refuse($"{name} must be an array", name);

    public RefusedException Refuse(string message, string name) =>
        RefusedException.BadBody(message, $"{pointer}/{name}");

    private IEnumerable<JsonElement> GetItems(string name) =>
        GetRawArray(name) is { } array ? array.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private BodyFields ReadObject(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object
            ? new BodyFields(value, $"{pointer}/{name}")
            : throw Refuse($"{name} must be an object", name);

    private string ReadText(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Refuse($"{name} must be a string", name);
        }

        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8.
            throw Refuse($"{name} is not valid Unicode", name);
        }
    }
}
