using System.CommandLine;
using CiivSoft.Cli.Terminals;
using CiivSoft.Storage.Backups;

namespace CiivSoft.Cli.Backups;

/// <summary><c>ciivsoft restore</c>: puts a copy in place of a SQLite database that is gone.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var places = new BackupPlaces();
        var command = new CliCommand(
            "restore",
            "Puts a copy in place of a SQLite database that is gone, while no silo runs. Never overwrites anything.",
            "restore /backup/2026-11-24 --keys /safe/ciivsoft-keys"
        );
        places.AddTo(command);
        command.Writes().Prints<RestoreReport>().EndsWith(ExitCodes.Broken, ExitCodes.Refused);
        return command.Does(call => BackupPlaces.TryAsync(() => RunAsync(call, places)));
    }

    private static async Task<int> RunAsync(CliCall call, BackupPlaces places)
    {
        var data = places.DataOf(call.Parsed);
        var folder = places.FolderOf(call.Parsed);
        var keys = places.KeysOf(call.Parsed);
        var keyFolder = BackupPlaces.KeysOfSilo(data);
        if (call.IsDryRun)
        {
            var (copy, target) = await SqliteBackup.CheckRestoreAsync(folder, data, call.CancellationToken);
            return call.WouldHave([
                $"Would put {copy} in place as {target}.",
                .. keys is null
                    ? Array.Empty<string>()
                    : [$"Would put the keys of {Path.GetFullPath(keys)} into {Path.GetFullPath(keyFolder)}."],
            ]);
        }

        await SqliteBackup.RestoreAsync(folder, keys, keyFolder, data, call.CancellationToken);
        return call.Done(
            $"Restored in {Path.GetFullPath(data)}. Start the silo.",
            new RestoreReport(Path.GetFullPath(data))
        );
    }
}

/// <summary>Where a database was restored.</summary>
/// <param name="Data">The data folder.</param>
internal sealed record RestoreReport(string Data);
