using System.Globalization;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Views;

/// <summary>Places in lists as they stand in addresses: <c>1764000000000_d-123</c>. Ids and times, nothing personal.</summary>
internal static class Places
{
    public static string Write(TimeCursor cursor) =>
        string.Create(CultureInfo.InvariantCulture, $"{cursor.At}_{cursor.Id}");

    /// <summary>Null for what is no place: the list then begins at its beginning.</summary>
    public static TimeCursor? Read(string? text)
    {
        var cut = text?.IndexOf('_', StringComparison.Ordinal) ?? -1;
        return
            text is not null
            && cut > 0
            && long.TryParse(text.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new TimeCursor(at, text[(cut + 1)..])
            : null;
    }
}
