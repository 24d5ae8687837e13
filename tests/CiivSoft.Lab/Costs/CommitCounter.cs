using System.Buffers.Binary;

namespace CiivSoft.Lab.Costs;

/// <summary>
/// Counts the commits of a SQLite database from its write-ahead log, those of Orleans' providers too: the last frame of a
/// commit carries the size of the database (SQLite's file format, section 4.1).
/// </summary>
internal sealed class CommitCounter(string database)
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;

    private long _seen;
    private ulong _salts;
    private long _before;

    /// <summary>Commits since the first call.</summary>
    public long Count()
    {
        using var log = new FileStream(
            database + "-wal",
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (log.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return _before + _seen;
        }

        var salts = BinaryPrimitives.ReadUInt64BigEndian(header[16..]);
        var commits = CountFrames(log, BinaryPrimitives.ReadInt32BigEndian(header[8..]), salts);
        if (salts != _salts)
        {
            // The log began anew: what it held before is in the database.
            (_before, _salts) = (_before + _seen, salts);
        }

        _seen = commits;
        return _before + _seen;
    }

    private static long CountFrames(FileStream log, int pageBytes, ulong salts)
    {
        Span<byte> frame = stackalloc byte[FrameHeaderBytes];
        var commits = 0;
        while (log.ReadAtLeast(frame, FrameHeaderBytes, throwOnEndOfStream: false) == FrameHeaderBytes)
        {
            if (BinaryPrimitives.ReadUInt64BigEndian(frame[8..]) != salts)
            {
                break; // Left over from before the log began anew.
            }

            commits += BinaryPrimitives.ReadUInt32BigEndian(frame[4..]) == 0 ? 0 : 1;
            log.Seek(pageBytes, SeekOrigin.Current);
        }

        return commits;
    }
}
