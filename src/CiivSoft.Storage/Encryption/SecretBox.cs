using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CiivSoft.Storage.Encryption;

/// <summary>
/// Authenticated encryption of single values (AES-256-GCM, NIST SP 800-38D). A sealed value is bound to its place in the
/// database, so that it cannot be copied into another row.
/// </summary>
internal sealed class SecretBox(LiveKeys keys)
{
    private const byte FormatVersion = 1;
    private const int HeaderBytes = 5;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>What sealing adds to a value's length.</summary>
    public const int Overhead = HeaderBytes + NonceBytes + TagBytes;

    private readonly ConcurrentDictionary<int, byte[]> _keys = new();

    public SecretBox(KeyRing ring)
        : this(new LiveKeys(ring, () => ring)) { }

    /// <summary>Layout: version, key number (big-endian), nonce, tag, ciphertext.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var used = keys.Used;
        var box = new byte[Overhead + plain.Length];
        box[0] = FormatVersion;
        BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(1), used);
        RandomNumberGenerator.Fill(box.AsSpan(HeaderBytes, NonceBytes));
        using var aes = new AesGcm(KeyOf(used), TagBytes);
        aes.Encrypt(
            box.AsSpan(HeaderBytes, NonceBytes),
            plain,
            box.AsSpan(Overhead),
            box.AsSpan(HeaderBytes + NonceBytes, TagBytes),
            AssociatedData(box, place)
        );
        return box;
    }

    /// <summary>The value that was sealed for this place.</summary>
    /// <exception cref="StorageException">The box is damaged, was sealed for another place, or its key is missing.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string place)
    {
        if (box.Length < Overhead || box[0] != FormatVersion)
        {
            throw new StorageException($"The value at {place} is not one that this release can decrypt.");
        }

        var plain = new byte[box.Length - Overhead];
        using var aes = new AesGcm(KeyOf(KeyIdOf(box)), TagBytes);
        try
        {
            aes.Decrypt(
                box.Slice(HeaderBytes, NonceBytes),
                box[Overhead..],
                box.Slice(HeaderBytes + NonceBytes, TagBytes),
                plain,
                AssociatedData(box, place)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new StorageException($"The value at {place} was changed, moved or sealed with another key.");
        }

        return plain;
    }

    /// <summary>Whether the value was sealed with another key than the one in use.</summary>
    public bool IsOutdated(ReadOnlySpan<byte> box) => box.Length >= Overhead && KeyIdOf(box) != keys.Used;

    private static int KeyIdOf(ReadOnlySpan<byte> box) => BinaryPrimitives.ReadInt32BigEndian(box[1..]);

    private static byte[] AssociatedData(ReadOnlySpan<byte> box, string place) =>
        [.. box[..HeaderBytes], .. Encoding.UTF8.GetBytes(place)];

    private byte[] KeyOf(int id) => _keys.GetOrAdd(id, Derive);

    private byte[] Derive(int id)
    {
        keys.Has(id); // A key that was added since the start is read now; where there is none, deriving says so.
        return keys.Ring.Derive(id, "ciivsoft secret box v1");
    }
}
