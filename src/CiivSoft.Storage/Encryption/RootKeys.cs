namespace CiivSoft.Storage.Encryption;

/// <summary>
/// What is derived from the first key and must never change: Refs of notes, person keys, the ring's fingerprint. Kept by itself it
/// lets the first key go: from these no value can be decrypted, and the key cannot be found again.
/// </summary>
internal sealed class RootKeys
{
    /// <summary>In the order in which they are stored; one is never removed.</summary>
    private static readonly string[] Purposes =
    [
        "ciivsoft marker v1",
        "ciivsoft person key v1",
        "ciivsoft person change v1",
        "ciivsoft ring fingerprint v1",
    ];

    private readonly byte[] _keys;

    private RootKeys(byte[] keys) => _keys = keys;

    /// <summary>Derived from a ring that has its first key.</summary>
    public static RootKeys Of(KeyRing ring) => new([.. Purposes.SelectMany(p => ring.Derive(ring.FirstId, p))]);

    /// <exception cref="StorageException">It is no base64 or has another length.</exception>
    public static RootKeys Parse(string base64, string where)
    {
        var keys = KeyRing.ParseKey(base64, where);
        return keys.Length == Purposes.Length * KeyRing.KeyBytes
            ? new RootKeys(keys)
            : throw new StorageException($"{where} must have {Purposes.Length * KeyRing.KeyBytes} bytes.");
    }

    /// <summary>Null for a purpose that is not kept.</summary>
    public byte[]? Find(string purpose) =>
        Array.IndexOf(Purposes, purpose) is >= 0 and var at
            ? _keys.AsSpan(at * KeyRing.KeyBytes, KeyRing.KeyBytes).ToArray()
            : null;

    public string ToBase64() => Convert.ToBase64String(_keys);
}
