using System.Globalization;
using System.Text.Json;

namespace CiivSoft.Lever.Json;

/// <summary>Numbers as Lever writes them: bare, or as digits in a text.</summary>
internal static class JsonNumbers
{
    /// <summary>The whole part of a number; false when there is none or it does not fit.</summary>
    public static bool TryReadWhole(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetInt64(out value)
                || TryCut(reader.TryGetDecimal(out var d), d, out value),
            JsonTokenType.String => long.TryParse(
                JsonText.Read(ref reader),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out value
            ),
            _ => false,
        };
    }

    private static bool TryCut(bool isDecimal, decimal number, out long value)
    {
        var fits = isDecimal && number is >= long.MinValue and <= long.MaxValue;
        value = fits ? (long)number : 0;
        return fits;
    }
}
