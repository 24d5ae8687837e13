using CiivSoft.Cli.Checking.Invariants;
using CiivSoft.Storage;

namespace CiivSoft.Cli.Checking;

/// <summary>The files that I8 looks into.</summary>
internal static class LeakFiles
{
    private const long LargestFile = 1L << 30;

    /// <summary>Every line of a log file, or of every file of a folder and its subfolders.</summary>
    /// <exception cref="CheckFailedException">There is neither such a file nor such a folder.</exception>
    public static IEnumerable<Breach> SearchLogs(NothingLeaks search, string? logs) =>
        logs is null ? []
        : File.Exists(logs) ? search.CheckLog(Path.GetFileName(logs), Lines(logs))
        : Directory.Exists(logs)
            ? Directory
                .EnumerateFiles(logs, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(file => search.CheckLog(Path.GetRelativePath(logs, file), Lines(file)))
        : throw new CheckFailedException($"There is no log file or folder '{logs}'.");

    /// <summary>The files of the data folder, where the API key must be encrypted.</summary>
    public static IEnumerable<Breach> SearchData(NothingLeaks search, StorageOptions storage) =>
        Directory.Exists(storage.DataFolder)
            ? Directory
                .EnumerateFiles(storage.DataFolder, "*", SearchOption.AllDirectories)
                // Empty ones are locks.
                .Where(file => new FileInfo(file).Length is > 0 and <= LargestFile)
                .SelectMany(file => search.CheckBytes(Path.GetRelativePath(storage.DataFolder, file), ReadShared(file)))
            : [];

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(OpenShared(file));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    // A running silo holds the database and its log open for writing.
    private static FileStream OpenShared(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static byte[] ReadShared(string file)
    {
        using var stream = OpenShared(file);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
