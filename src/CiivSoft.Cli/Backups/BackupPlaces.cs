using System.CommandLine;
using CiivSoft.Cli.Terminals;
using CiivSoft.Storage;

namespace CiivSoft.Cli.Backups;

/// <summary>The folders that a backup is about.</summary>
internal sealed class BackupPlaces
{
    private const string DataVariable = "CIIVSOFT__DATA";
    private const string KeyFolderVariable = "CIIVSOFT__KEYFOLDER";

    private readonly Argument<string> _folder = new("folder") { Description = "Folder of the copy.", HelpName = "DIR" };

    private readonly Option<string> _data = new("--data")
    {
        Description = $"Data folder of the silo; else {DataVariable}, else ./data.",
        HelpName = "DIR",
    };

    private readonly Option<string> _keys = new("--keys")
    {
        Description = "Folder of the copy of the encryption keys: another place than that of the database's copies.",
        HelpName = "DIR",
    };

    /// <summary>Where a silo with this data folder has its keys.</summary>
    public static string KeysOfSilo(string data) =>
        Environment.GetEnvironmentVariable(KeyFolderVariable) is { Length: > 0 } named
            ? named
            : Path.Combine(Path.GetFullPath(data), "keys");

    /// <summary>Turns what the storage refuses into what a command says.</summary>
    public static async Task<int> TryAsync(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (StorageException refused)
        {
            throw new CliException(ExitCodes.Refused, refused.Message);
        }
    }

    public void AddTo(Command command)
    {
        command.Add(_folder);
        command.Add(_data);
        command.Add(_keys);
    }

    public string FolderOf(ParseResult parsed) => parsed.GetRequiredValue(_folder);

    public string DataOf(ParseResult parsed) =>
        parsed.GetValue(_data) ?? Environment.GetEnvironmentVariable(DataVariable) ?? "data";

    public string? KeysOf(ParseResult parsed) => parsed.GetValue(_keys);
}
