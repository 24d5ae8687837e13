using System.CommandLine;
using System.CommandLine.Parsing;
using CiivSoft.Cli.Backups;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Cli.Terminals;
using CiivSoft.Storage;
using Spectre.Console;

namespace CiivSoft.Cli.Checking;

/// <summary><c>ciivsoft check</c>: the invariants and the cost table, from a simulator's history and our tables.</summary>
internal static class CheckCommand
{
    private static readonly Option<Uri> Simulator = new("--simulator")
    {
        Description = "The Lever simulator's address.",
        HelpName = "URL",
        Required = true,
        CustomParser = ReadAddress,
    };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description =
            "The silo's data folder: its database, and, unless CIIVSOFT__KEYFOLDER names their folder, the keys that open what is "
            + "encrypted.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Postgres = new("--postgres")
    {
        Description = "A PostgreSQL connection string instead of the data folder's database.",
        HelpName = "CONNECTION",
    };

    private static readonly Option<string?> Logs = new("--logs")
    {
        Description = "A log file, or a folder of them, to search for API keys and résumé text.",
        HelpName = "PATH",
    };

    private static readonly Option<double?> Rate = new("--rate")
    {
        Description = "Requests a second that the key is permitted. The default is the account's own setting.",
    };

    private static readonly Option<bool> AtRest = new("--at-rest")
    {
        Description = "Nothing is left to do: whatever is undecided or unsettled is a finding at once.",
    };

    public static Command Create()
    {
        var command = new CliCommand(
            "check",
            "Judges a run by the invariants I1 to I8 and the cost table. Exit code 0 when all hold, 1 with the findings "
                + "when one is broken, 2 when nothing could be checked.",
            "check --simulator http://127.0.0.1:4010 --data ./data"
        )
        {
            Simulator,
            Data,
            Postgres,
            Logs,
            Rate,
            AtRest,
        };
        command.Prints<CheckDocument>().EndsWith(ExitCodes.Broken);
        return command.Does(call => RunAsync(Read(call.Parsed), call));
    }

    private static CheckOptions Read(ParseResult parsed)
    {
        var data = parsed.GetValue(Data)?.FullName ?? "data";
        return new()
        {
            Simulator = parsed.GetRequiredValue(Simulator),
            Storage = new StorageOptions
            {
                DataFolder = data,
                KeyFolder = BackupPlaces.KeysOfSilo(data),
                Postgres = parsed.GetValue(Postgres),
                MigrateAtStart = false,
            },
            Logs = parsed.GetValue(Logs),
            Rate = parsed.GetValue(Rate),
            IsAtRest = parsed.GetValue(AtRest),
        };
    }

    private static Uri? ReadAddress(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        argument.AddError($"'{text}' is no http address, such as http://127.0.0.1:4010.");
        return null;
    }

    private static async Task<int> RunAsync(CheckOptions options, CliCall call)
    {
        try
        {
            RequireTables(options.Storage);
            using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
            await using var tables = new TablesReader(options.Storage);
            call.Terminal.Error.WriteLine("Reading the simulator's history and our tables …");
            var run = new CheckRun(new SimulatorReader(http, options.Simulator), tables, options);
            var reports = await run.RunAsync(call.CancellationToken);
            var document = new CheckDocument(reports.All(r => r.Holds), reports);
            call.Print(document, _ => Show(reports, options, call.Terminal.Out));
            return document.Holds ? ExitCodes.Done : ExitCodes.NotDone;
        }
        catch (Exception failure) when (failure is CheckFailedException or HttpRequestException or StorageException)
        {
            throw new CliException(ExitCodes.Broken, $"Nothing was checked: {failure.Message}");
        }
    }

    private static void Show(IReadOnlyList<CheckReport> reports, CheckOptions options, IAnsiConsole console)
    {
        foreach (var report in reports)
        {
            CheckOutput.WriteText(console, report, options.Logs is not null);
        }
    }

    // Opening the storage would make a key and a folder where there are none.
    private static void RequireTables(StorageOptions storage)
    {
        if (!Directory.Exists(storage.KeyFolder))
        {
            throw new CheckFailedException(
                $"There are no keys in '{storage.KeyFolder}'. Name the silo's data folder with --data, with --postgres too; "
                    + "or the keys' own folder with CIIVSOFT__KEYFOLDER."
            );
        }

        if (storage.Postgres is null && !File.Exists(Path.Combine(storage.DataFolder, "ciivsoft.db")))
        {
            throw new CheckFailedException($"There is no database in '{storage.DataFolder}'.");
        }
    }
}
