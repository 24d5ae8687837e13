using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Demo;

/// <summary>Where a demo keeps its state: a fresh folder that is removed at the end, or one that the user names and keeps.</summary>
internal sealed class DemoFolder : IDisposable
{
    // Says that a demo made this folder, so that no demo ever starts a silo on somebody's real accounts.
    private const string Marker = "demo";
    private readonly bool _isTemporary;

    private DemoFolder(DirectoryInfo folder, bool isTemporary)
    {
        Path = folder.FullName;
        _isTemporary = isTemporary;
    }

    public string Path { get; }

    /// <exception cref="CliException">The folder holds something that no demo made, or cannot be made.</exception>
    public static DemoFolder Open(string? named)
    {
        if (named is null)
        {
            return new DemoFolder(Directory.CreateTempSubdirectory("ciivsoft-demo-"), isTemporary: true);
        }

        try
        {
            var folder = Directory.CreateDirectory(named);
            var marker = System.IO.Path.Combine(folder.FullName, Marker);
            if (folder.EnumerateFileSystemInfos().Any() && !File.Exists(marker))
            {
                throw new CliException(
                    ExitCodes.Refused,
                    $"The folder {folder.FullName} holds something that is not of a demo.",
                    "Name an empty or a new folder with --data DIR."
                );
            }

            File.WriteAllText(marker, "State of 'ciivsoft demo'. It may be deleted when no demo runs.\n");
            return new DemoFolder(folder, isTemporary: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(
                ExitCodes.Broken,
                $"The folder {named} cannot be used: {failure.Message}",
                "Name another with --data DIR."
            );
        }
    }

    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (_isTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
