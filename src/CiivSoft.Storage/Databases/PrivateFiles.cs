using System.Security.Cryptography;

namespace CiivSoft.Storage.Databases;

/// <summary>Files and folders that only the user of the process may read.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    private const int TurnTries = 500;
    private static readonly TimeSpan TurnPause = TimeSpan.FromMilliseconds(20);

    public static void EnsureFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    /// <summary>Makes an empty file when there is none. SQLite gives its log files the mode of the database file.</summary>
    public static void EnsureFile(string path)
    {
        if (!File.Exists(path))
        {
            using var stream = new FileStream(path, Options(FileMode.OpenOrCreate));
        }
    }

    /// <summary>Copies a file to a path where there is none; the copy is on disk and private when this returns.</summary>
    public static void Copy(string from, string to)
    {
        using var source = File.OpenRead(from);
        using var copy = new FileStream(to, Options(FileMode.CreateNew));
        source.CopyTo(copy);
        copy.Flush(flushToDisk: true);
    }

    /// <summary>Writes a new file whole or not at all. False when a file of that name exists already.</summary>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content)
    {
        // Not the process id: in containers that share a volume it is often the same.
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(16)}.new";
        using (var stream = new FileStream(draft, Options(FileMode.CreateNew)))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        // A move that does not overwrite looks first and renames then: between the two, another process may do the same.
        using var turn = WaitForTurn(Path.Combine(Path.GetDirectoryName(path)!, ".lock"));
        if (File.Exists(path))
        {
            File.Delete(draft);
            return false;
        }

        File.Move(draft, path, overwrite: false);
        return true;
    }

    // The lock is the operating system's: it ends with the process, whatever happens to it. The file stays.
    private static FileStream WaitForTurn(string path)
    {
        var options = Options(FileMode.OpenOrCreate);
        options.Share = FileShare.None;
        for (var left = TurnTries; ; left--)
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (left > 0 && File.Exists(path))
            {
#pragma warning disable RS0030 // The wait is for another process at the start, where there is no time but the real one.
                Thread.Sleep(TurnPause);
#pragma warning restore RS0030
            }
        }
    }

    private static FileStreamOptions Options(FileMode mode) =>
        OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = mode, Access = FileAccess.Write }
            : new FileStreamOptions
            {
                Mode = mode,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerFile,
            };
}
