using System.CommandLine;
using CiivSoft.Cli.Terminals;
using CiivSoft.Storage.Backups;
using Spectre.Console;

namespace CiivSoft.Cli.Backups;

/// <summary><c>ciivsoft backup</c>: copies the SQLite database and the keys, on the silo's own machine.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var places = new BackupPlaces();
        var command = new CliCommand(
            "backup",
            "Copies the SQLite database as it is now, while the silo works. Never overwrites anything.",
            "backup /backup/2026-11-24 --keys /safe/ciivsoft-keys"
        );
        places.AddTo(command);
        command.Writes().Prints<BackupReport>().EndsWith(ExitCodes.Broken, ExitCodes.Refused);
        return command.Does(call => BackupPlaces.TryAsync(() => RunAsync(call, places)));
    }

    private static async Task<int> RunAsync(CliCall call, BackupPlaces places)
    {
        var data = places.DataOf(call.Parsed);
        var target = places.FolderOf(call.Parsed);
        var keys = places.KeysOf(call.Parsed);
        if (call.IsDryRun)
        {
            var (source, copy) = SqliteBackup.CheckSave(data, target);
            return call.WouldHave([
                $"Would copy {source} ({KiloBytes(source)}) to {copy}.",
                keys is null ? NoKeys("would not be") : $"Would copy the keys to {Path.GetFullPath(keys)}.",
            ]);
        }

        call.Terminal.Error.WriteLine($"Copying the database of {Path.GetFullPath(data)} …");
        var saved = await SqliteBackup.SaveAsync(data, target, call.CancellationToken);
        var keyFiles = keys is null ? 0 : SqliteBackup.SaveKeys(BackupPlaces.KeysOfSilo(data), keys);
        return call.Done(
            new BackupReport(saved, new FileInfo(saved).Length, keyFiles),
            report =>
            {
                call.Terminal.Out.WriteLine($"Saved {saved} ({KiloBytes(saved)}).");
                call.Terminal.Out.WriteLine(
                    keys is null
                        ? NoKeys("were not")
                        : $"Saved {Counted.Of(report.KeyFiles, "key file")} in {keys}. Keep {(report.KeyFiles == 1 ? "it" : "them")} apart from the database's copy."
                );
            }
        );
    }

    private static string KiloBytes(string file) => $"{new FileInfo(file).Length / 1024:N0} KB";

    private static string NoKeys(string were) =>
        $"The keys {were} copied: without them the copy cannot be read. Keep them apart from it (--keys DIR).";
}

/// <summary>What was copied.</summary>
/// <param name="Database">The copy of the database.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="KeyFiles">How many files of keys were copied.</param>
internal sealed record BackupReport(string Database, long Bytes, int KeyFiles);
