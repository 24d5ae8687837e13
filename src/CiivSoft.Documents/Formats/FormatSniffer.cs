using System.Buffers.Binary;
using CiivSoft.Documents.Plain;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Formats;

/// <summary>Finds a document's format in its content.</summary>
internal static class FormatSniffer
{
    /// <summary>How far into a file a PDF's header may stand: Adobe's readers accept the first 1024 bytes.</summary>
    private const int PdfHeaderWindow = 1024;

    private const int HtmlWindow = 4096;

    private static readonly byte[][] PictureMagics =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'],
        [0xFF, 0xD8, 0xFF],
        "GIF8"u8.ToArray(),
        [(byte)'I', (byte)'I', 42, 0],
        [(byte)'M', (byte)'M', 0, 42],
    ];

    private static readonly string[] HtmlMarks =
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<script",
        "<div",
        "<table",
        "<p>",
        "<p ",
        "<h1",
        "<style",
        "<meta ",
        "<span",
        "<b>",
        "<ul",
    ];

    /// <summary>The format, or <see cref="DocumentFormat.Unknown"/> for what is no document.</summary>
    /// <exception cref="UnreadableDocumentException">The file is empty.</exception>
    public static DocumentFormat Sniff(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.IsEmpty)
        {
            throw new UnreadableDocumentException("empty file");
        }

        if (bytes[..Math.Min(bytes.Length, PdfHeaderWindow)].IndexOf("%PDF-"u8) >= 0)
        {
            return DocumentFormat.Pdf;
        }

        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
        {
            return OfficeArchive.Sniff(content);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return CompoundFile.Sniff(bytes);
        }

        if (IsPicture(bytes))
        {
            return DocumentFormat.Image;
        }

        return SniffText(content);
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes)
    {
        foreach (var magic in PictureMagics)
        {
            if (bytes.StartsWith(magic))
            {
                return true;
            }
        }

        return IsWebP(bytes) || IsBitmap(bytes);
    }

    private static bool IsWebP(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8);

    /// <summary>"BM" also begins words, so the file size that follows must be the true one.</summary>
    private static bool IsBitmap(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 14
        && bytes.StartsWith("BM"u8)
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[2..]) == bytes.Length;

    private static DocumentFormat SniffText(ReadOnlyMemory<byte> content)
    {
        if (!TextDecoder.LooksLikeText(content.Span))
        {
            return DocumentFormat.Unknown;
        }

        var start = TextDecoder.DecodeStart(content.Span, HtmlWindow).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("{\\rtf", StringComparison.Ordinal))
        {
            return DocumentFormat.Rtf;
        }

        return start.StartsWith('<') && HtmlMarks.Any(mark => start.Contains(mark, StringComparison.OrdinalIgnoreCase))
            ? DocumentFormat.Html
            : DocumentFormat.PlainText;
    }
}
