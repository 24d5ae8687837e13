using System.Globalization;
using CiivSoft.Storage.Mirror;
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

    public static string Write(FileCursor cursor) => Write(new TimeCursor((int)cursor.Status, cursor.ContactId));

    /// <summary>A place among files that gave no text: <c>4_c-123</c>; null for what is none.</summary>
    public static FileCursor? ReadFile(string? text) =>
        Read(text) is { At: <= int.MaxValue } place ? new FileCursor((ResumeStatus)place.At, place.Id) : null;
}
