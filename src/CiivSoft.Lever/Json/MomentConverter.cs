using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>Milliseconds since 1970, as a number or as digits in a text. Null and an empty text mean none; what is no moment breaks the record.</summary>
internal sealed class MomentConverter : ReadOnlyConverter<DateTimeOffset?>
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty)
        {
            return null;
        }

        return
            JsonNumbers.TryReadWhole(ref reader, out var milliseconds)
            && milliseconds >= Earliest
            && milliseconds <= Latest
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw new JsonException();
    }
}

/// <summary>A count that decides nothing: null when it cannot be read.</summary>
internal sealed class CountConverter : ReadOnlyConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            return Skip<long?>(ref reader, null);
        }

        return JsonNumbers.TryReadWhole(ref reader, out var count) ? count : null;
    }
}
