using System.Buffers.Binary;
using System.IO.Compression;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Formats;

/// <summary>A zip archive read with limits: nothing is unpacked to disk and every part counts against one budget.</summary>
internal sealed class OfficeArchive : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _budget = DocumentLimits.MaxInflatedBytes;

    private OfficeArchive(ZipArchive zip)
    {
        _zip = zip;
        foreach (var entry in zip.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>Entries whose names point out of the archive. They are read by nobody.</summary>
    public int EscapingNames => _entries.Keys.Count(name => name.Split('/').Contains(".."));

    /// <exception cref="DocumentLimitException">There are too many entries.</exception>
    public static OfficeArchive Open(ReadOnlyMemory<byte> content)
    {
        if (CountEntries(content.Span) > DocumentLimits.MaxArchiveEntries)
        {
            throw new DocumentLimitException($"archive of more than {DocumentLimits.MaxArchiveEntries} entries");
        }

        return new OfficeArchive(new ZipArchive(new MemoryStream(content.ToArray(), writable: false)));
    }

    public static DocumentFormat Sniff(ReadOnlyMemory<byte> content)
    {
        using var archive = Open(content);
        if (archive.Names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            return DocumentFormat.Docx;
        }

        return archive._entries.ContainsKey("content.xml") ? DocumentFormat.Odt : DocumentFormat.Unknown;
    }

    /// <summary>A part's stream, or null when there is none. Reading on past the budget throws.</summary>
    public Stream? OpenPart(string name) =>
        _entries.TryGetValue(name, out var entry) ? new BudgetStream(entry.Open(), this) : null;

    public void Dispose() => _zip.Dispose();

    /// <summary>The entries that the end of central directory (APPNOTE 4.3.16) claims; ZIP64 counts as too many only when it says so.</summary>
    private static long CountEntries(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + 22 > bytes.Length)
        {
            throw new InvalidDataException("There is no end of central directory.");
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
        var zip64 = bytes.LastIndexOf("PK\x06\x06"u8);
        return count == ushort.MaxValue && zip64 >= 0 && zip64 + 40 <= bytes.Length
            ? BinaryPrimitives.ReadInt64LittleEndian(bytes[(zip64 + 32)..])
            : count;
    }

    private void Spend(int bytes)
    {
        _budget -= bytes;
        if (_budget < 0)
        {
            throw new DocumentLimitException(
                $"unpacks to more than {DocumentLimits.MaxInflatedBytes / (1024 * 1024)} MB"
            );
        }
    }

    private sealed class BudgetStream(Stream inner, OfficeArchive archive) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            archive.Spend(read);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
