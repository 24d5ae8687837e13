using System.Text.Json;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>The fields of a kind of record in the order in which Lever answers them.</summary>
internal sealed class FieldTable<T>(params Field<T>[] fields)
{
    public void Write(Utf8JsonWriter json, T item, FieldSelection selection)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            if (selection.Includes(field.Name) && field.IsPresent?.Invoke(item) != false)
            {
                json.WritePropertyName(field.EncodedName);
                var write =
                    field.WriteExpanded is { } expanded && selection.Expands(field.Name) ? expanded : field.Write;
                write(json, item);
            }
        }

        json.WriteEndObject();
    }
}

internal delegate void WriteValue<in T>(Utf8JsonWriter json, T item);

/// <param name="Name">The field's name.</param>
/// <param name="Write">Writes its value.</param>
/// <param name="WriteExpanded">Writes what it stands for; null when it cannot be expanded.</param>
/// <param name="IsPresent">Whether the record has the field at all; null for always.</param>
internal sealed record Field<T>(
    string Name,
    WriteValue<T> Write,
    WriteValue<T>? WriteExpanded = null,
    Func<T, bool>? IsPresent = null
)
{
    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(Name);
}
