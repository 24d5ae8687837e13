using System.Buffers.Binary;
using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Formats;

/// <summary>OLE compound files: Word 97–2003, and the wrapping of encrypted Office Open XML.</summary>
internal static class CompoundFile
{
    private static readonly byte[] WordStream = Encoding.Unicode.GetBytes("WordDocument");
    private static readonly byte[] EncryptedStream = Encoding.Unicode.GetBytes("EncryptedPackage");

    private const int SectorSize = 512;
    private const ushort WordIdentifier = 0xA5EC;
    private const int VersionAt = 2;
    private const ushort FirstVersion = 0x00C0;
    private const ushort LastVersion = 0x00C2;
    private const int FlagsAt = 10;
    private const ushort EncryptedFlag = 0x0100;

    /// <exception cref="UnreadableDocumentException">The document inside is encrypted.</exception>
    public static DocumentFormat Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(EncryptedStream) >= 0)
        {
            throw UnreadableDocumentException.Protected();
        }

        if (bytes.IndexOf(WordStream) < 0)
        {
            return DocumentFormat.Unknown;
        }

        return IsEncryptedWord(bytes) ? throw UnreadableDocumentException.Protected() : DocumentFormat.LegacyWord;
    }

    // The stream begins, as every stream of that size, at the start of a sector: with FibBase of [MS-DOC] 2.5.2, which stays readable.
    private static bool IsEncryptedWord(ReadOnlySpan<byte> bytes)
    {
        for (var start = SectorSize; start + FlagsAt + sizeof(ushort) <= bytes.Length; start += SectorSize)
        {
            var fib = bytes[start..];
            if (
                BinaryPrimitives.ReadUInt16LittleEndian(fib) == WordIdentifier
                && BinaryPrimitives.ReadUInt16LittleEndian(fib[VersionAt..]) is >= FirstVersion and <= LastVersion
            )
            {
                return (BinaryPrimitives.ReadUInt16LittleEndian(fib[FlagsAt..]) & EncryptedFlag) != 0;
            }
        }

        return false;
    }
}
