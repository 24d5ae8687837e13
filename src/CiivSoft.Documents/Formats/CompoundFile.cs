using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Formats;

/// <summary>OLE compound files: Word 97–2003, and the wrapping of encrypted Office Open XML.</summary>
internal static class CompoundFile
{
    private static readonly byte[] WordStream = Encoding.Unicode.GetBytes("WordDocument");
    private static readonly byte[] EncryptedStream = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <exception cref="UnreadableDocumentException">The document inside is encrypted.</exception>
    public static DocumentFormat Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(EncryptedStream) >= 0)
        {
            throw UnreadableDocumentException.Protected();
        }

        return bytes.IndexOf(WordStream) >= 0 ? DocumentFormat.LegacyWord : DocumentFormat.Unknown;
    }
}
