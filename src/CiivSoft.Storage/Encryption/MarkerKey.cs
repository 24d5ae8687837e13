using System.Security.Cryptography;
using System.Text;

namespace CiivSoft.Storage.Encryption;

/// <summary>
/// Makes the <c>Ref CVS-…</c> of a note: a keyed hash of the effect's key. It depends on the first key of the ring alone, so
/// neither a rotation nor a lost database changes it.
/// </summary>
public sealed class MarkerKey
{
    private const string Prefix = "CVS-";
    private const int RefBytes = 10;

    // Douglas Crockford's base 32: no I, L, O and U, so that a Ref can be read aloud.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly byte[] _key;

    internal MarkerKey(KeyRing ring) => _key = ring.Derive(ring.FirstId, "ciivsoft marker v1");

    /// <summary>
    /// The Ref of an effect: <c>CVS-</c> and 16 digits, which are the first 80 bits of HMAC-SHA256. The same key always gives
    /// the same Ref.
    /// </summary>
    public string RefFor(string effectKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(effectKey);
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(effectKey));
        return Prefix + Encode(hash.AsSpan(0, RefBytes));
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / 5);
        var bits = 0;
        var pending = 0;
        foreach (var value in bytes)
        {
            pending = (pending << 8) | value;
            for (bits += 8; bits >= 5; )
            {
                bits -= 5;
                text.Append(Digits[(pending >> bits) & 31]);
            }

            pending &= (1 << bits) - 1;
        }

        return text.ToString();
    }
}
