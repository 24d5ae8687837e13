using System.Text.Json;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Dashboard.Views;

/// <summary>Names of people for the pages. They are read for what is on the screen and kept nowhere.</summary>
internal sealed class PersonNames(IMirrorStore mirror)
{
    /// <summary>Shown for somebody whose name is not known or was erased.</summary>
    public const string Nameless = "(no name)";

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        AccountKey account,
        IEnumerable<string> contactIds,
        CancellationToken cancellationToken
    )
    {
        var contacts = await mirror.FindContactsAsync(account, [.. contactIds.Distinct()], cancellationToken);
        return contacts.ToDictionary(c => c.Key, c => NameIn(c.Value.PersonJson), StringComparer.Ordinal);
    }

    /// <summary>The first name in what is kept of a person.</summary>
    public static string NameIn(string? personJson)
    {
        if (string.IsNullOrEmpty(personJson))
        {
            return Nameless;
        }

        try
        {
            using var document = JsonDocument.Parse(personJson);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("Names", out var names)
                && names.ValueKind == JsonValueKind.Array
                ? names.EnumerateArray().Select(n => n.GetString()).FirstOrDefault(n => !string.IsNullOrWhiteSpace(n))
                    ?? Nameless
                : Nameless;
        }
        catch (JsonException)
        {
            return Nameless;
        }
    }
}
