using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace CiivSoft.Storage.Encryption;

/// <summary>
/// Compresses a text and seals it. Brotli, because it is in the framework and its built-in dictionary suits short English
/// texts; quality 5 because above it the time grows much faster than the gain.
/// </summary>
/// <param name="secrets">Seals what is compressed.</param>
/// <param name="quality">Brotli's, 0 to 11. Any quality opens what another sealed.</param>
internal sealed class TextBox(SecretBox secrets, int quality = 5)
{
    private const int Window = 18;

    public byte[] Seal(string text, string place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(plain, buffer, out var written, quality, Window))
            {
                throw new StorageException($"The text for {place} could not be compressed.");
            }

            return secrets.Seal(buffer.AsSpan(0, written), place);
        }
        finally
        {
            // The buffer held a person's text and goes back to a shared pool.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public string Open(ReadOnlySpan<byte> box, string place)
    {
        using var packed = new MemoryStream(secrets.Open(box, place));
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
