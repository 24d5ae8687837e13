using System.Security.Cryptography;

namespace CiivSoft.Storage.Databases;

/// <summary>Files and folders that only the user of the process may read.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

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

        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
            return false;
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
