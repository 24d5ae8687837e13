using System.Security.Cryptography;
using System.Text;
using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Encryption;

/// <summary>Seals what is personal of a contact, with a keyed hash by which an equal value is told without opening the box.</summary>
internal sealed class PersonBox(TextBox texts, KeyRing ring)
{
    private const int MacBytes = 16;

    private readonly byte[] _key = ring.Derive(ring.FirstId, "ciivsoft person change v1");

    public byte[]? Seal(AccountKey account, string contactId, string? personJson) =>
        personJson is null ? null : texts.Seal(personJson, Places.Person(account, contactId));

    public byte[]? Mac(AccountKey account, string contactId, string? personJson) =>
        personJson is null
            ? null
            : HMACSHA256
                .HashData(_key, Encoding.UTF8.GetBytes($"{Places.Person(account, contactId)}\n{personJson}"))
                .AsSpan(0, MacBytes)
                .ToArray();

    public string? Open(AccountKey account, string contactId, byte[]? box) =>
        box is null ? null : texts.Open(box, Places.Person(account, contactId));
}
