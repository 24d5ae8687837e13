using System.Globalization;
using System.Security.Cryptography;

namespace CiivSoft.Storage.Encryption;

/// <summary>
/// The keys, oldest first. Any decrypts; from the first what never changes is derived, the Refs of notes among it, and when it
/// is taken away that is kept (<see cref="RootKeys"/>).
/// </summary>
internal sealed class KeyRing
{
    public const int KeyBytes = 32;

    private readonly SortedDictionary<int, byte[]> _keys;
    private readonly RootKeys? _roots;

    /// <param name="keys">The keys by number.</param>
    /// <param name="firstId">The number of a first key that was taken away; null when it is among the keys.</param>
    /// <param name="roots">What is kept of that key; null when it is among the keys.</param>
    public KeyRing(IEnumerable<KeyValuePair<int, byte[]>> keys, int? firstId = null, RootKeys? roots = null)
    {
        _keys = [];
        foreach (var (id, bytes) in keys)
        {
            if (id < 1 || bytes.Length != KeyBytes)
            {
                throw new StorageException($"Key {id} must have a number from 1 and {KeyBytes} bytes.");
            }

            if (!_keys.TryAdd(id, bytes))
            {
                throw new StorageException($"Key {id} is there twice.");
            }
        }

        if (_keys.Count == 0)
        {
            throw new StorageException("There is no encryption key.");
        }

        _roots = roots;
        FirstId = firstId ?? _keys.Keys.First();
        NewestId = _keys.Keys.Last();
    }

    public int FirstId { get; }

    public int NewestId { get; }

    /// <summary>The numbers of the keys, oldest first.</summary>
    public IReadOnlyList<int> Ids => [.. _keys.Keys];

    /// <summary>Tells one ring from another without telling the key; kept in the database to notice a lost ring.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Derive(FirstId, "ciivsoft ring fingerprint v1").AsSpan(0, 8));

    public bool Contains(int id) => _keys.ContainsKey(id);

    /// <summary>A key of its own for each purpose (HKDF-SHA256, RFC 5869), so that no two uses share one.</summary>
    public byte[] Derive(int id, string purpose) =>
        _keys.TryGetValue(id, out var key)
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: System.Text.Encoding.UTF8.GetBytes(purpose))
        : id == FirstId && _roots?.Find(purpose) is { } kept ? kept
        : throw new StorageException(
            $"Encryption key {id} is missing from the key ring. Put its file or setting back and start again."
        );

    /// <summary>Reads <c>1:base64;2:base64</c>.</summary>
    public static KeyRing Parse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new KeyRing(parts.Select(ParseOne));
    }

    public static byte[] ParseKey(string base64, string where)
    {
        try
        {
            return Convert.FromBase64String(base64.Trim());
        }
        catch (FormatException)
        {
            // Without the inner exception and the text: both could carry the key.
            throw new StorageException($"{where} is not base64.");
        }
    }

    private static KeyValuePair<int, byte[]> ParseOne(string part, int index)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var where = $"Part {index + 1} of the setting Keys";
        return
            colon > 0
            && int.TryParse(part.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(id, ParseKey(part[(colon + 1)..], where))
            : throw new StorageException($"{where} must be a number, a colon and a key in base64.");
    }
}
