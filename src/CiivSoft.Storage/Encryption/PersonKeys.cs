using System.Security.Cryptography;
using System.Text;

namespace CiivSoft.Storage.Encryption;

/// <summary>
/// Makes <see cref="Mirror.ContactRow.PersonKey"/>: a keyed hash of an e-mail address, so that duplicate contacts of a person
/// can be told without keeping the address. Bound to the account, so that accounts cannot be compared.
/// </summary>
public sealed class PersonKeys
{
    private const int HashBytes = 16;

    private readonly byte[] _key;

    internal PersonKeys(KeyRing ring) => _key = ring.Derive(ring.FirstId, "ciivsoft person key v1");

    /// <summary>The person key of an address; it is trimmed and taken without regard to case. 32 hexadecimal digits.</summary>
    public string KeyFor(Abstractions.Keys.AccountKey account, string email)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        var text = $"{account.Name}\n{email.Trim().ToUpperInvariant()}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
    }
}
