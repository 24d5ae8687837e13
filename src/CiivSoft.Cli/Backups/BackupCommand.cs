using System.CommandLine;
using CiivSoft.Cli.Terminals;
using CiivSoft.Storage;
using CiivSoft.Storage.Backups;
using Spectre.Console;

namespace CiivSoft.Cli.Backups;

/// <summary><c>ciivsoft backup</c> and <c>ciivsoft restore</c>: the SQLite database and the keys, on the silo's own machine.</summary>
internal static class BackupCommand
{
    private const string DataVariable = "CIIVSOFT__DATA";
    private const string KeyFolderVariable = "CIIVSOFT__KEYFOLDER";

    private static readonly Argument<string> Folder = new("folder")
    {
        Description = "Folder of the copy.",
        HelpName = "DIR",
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = $"Data folder of the silo; else {DataVariable}, else ./data.",
        HelpName = "DIR",
    };

    private static readonly Option<string> Keys = new("--keys")
    {
        Description = "Folder of the copy of the encryption keys: another place than that of the database's copies.",
        HelpName = "DIR",
    };

    public static Command CreateBackup()
    {
        var json = Jobs.JsonOption();
        var command = new Command(
            "backup",
            "Copies the SQLite database as it is now, while the silo works. Never overwrites anything.\n\n"
                + "Example: ciivsoft backup /backup/2026-11-24 --keys /safe/ciivsoft-keys"
        )
        {
            Folder,
            Data,
            Keys,
            json,
        };
        command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                var data = DataOf(parsed);
                var target = parsed.GetRequiredValue(Folder);
                var keys = parsed.GetValue(Keys);
                var saved = await TryAsync(() => SqliteBackup.SaveAsync(data, target, cancellationToken));
                var keyFiles = keys is null
                    ? 0
                    : await TryAsync(() => Task.FromResult(SqliteBackup.SaveKeys(KeysOf(data), keys)));
                var bytes = new FileInfo(saved).Length;
                if (parsed.GetValue(json))
                {
                    terminal.WriteJson(
                        new
                        {
                            database = saved,
                            bytes,
                            keyFiles,
                        }
                    );
                }
                else
                {
                    terminal.Out.WriteLine($"Saved {saved} ({bytes / 1024:N0} KB).");
                    terminal.Out.WriteLine(
                        keys is null
                            ? "The keys were not copied: without them the copy cannot be read. Keep them apart from it (--keys DIR)."
                            : $"Saved {keyFiles} key files in {keys}. Keep them apart from the database's copy."
                    );
                }

                return ExitCodes.Done;
            }
        );
        return command;
    }

    public static Command CreateRestore()
    {
        var json = Jobs.JsonOption();
        var command = new Command(
            "restore",
            "Puts a copy in place of a SQLite database that is gone, while no silo runs. Never overwrites anything.\n\n"
                + "Example: ciivsoft restore /backup/2026-11-24 --keys /safe/ciivsoft-keys"
        )
        {
            Folder,
            Data,
            Keys,
            json,
        };
        command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                var data = DataOf(parsed);
                await TryAsync(async () =>
                {
                    await SqliteBackup.RestoreAsync(
                        parsed.GetRequiredValue(Folder),
                        parsed.GetValue(Keys),
                        data,
                        cancellationToken
                    );
                    return true;
                });
                if (parsed.GetValue(json))
                {
                    terminal.WriteJson(new { data = Path.GetFullPath(data) });
                }
                else
                {
                    terminal.Out.WriteLine($"Restored in {Path.GetFullPath(data)}. Start the silo.");
                }

                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static string DataOf(ParseResult parsed) =>
        parsed.GetValue(Data) ?? Environment.GetEnvironmentVariable(DataVariable) ?? "data";

    private static string KeysOf(string data) =>
        Environment.GetEnvironmentVariable(KeyFolderVariable) is { Length: > 0 } named
            ? named
            : Path.Combine(Path.GetFullPath(data), "keys");

    private static async Task<T> TryAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (StorageException refused)
        {
            throw new CliException(ExitCodes.Refused, refused.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Broken, failure.Message);
        }
    }
}
