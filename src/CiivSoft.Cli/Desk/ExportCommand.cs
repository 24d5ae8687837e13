using System.CommandLine;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Desk;

/// <summary><c>ciivsoft export</c>: what is kept of an account, or of a person, as JSON lines.</summary>
internal static class ExportCommand
{
    private const string AnotherFile = "Name another file with --output.";

    private static readonly Option<string> Output = new("--output")
    {
        Description = "The file to write; it must not be there yet.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Contact = new("--contact")
    {
        Description = "Only what is kept of this person, with the résumé's text: Lever's id of the contact.",
        HelpName = "ID",
    };

    public static Command Create()
    {
        var shape = new AccountCommand(
            "export",
            "Writes what is kept of an account to a file of JSON lines: settings, postings, decisions with evidence, effects, activity. Never the API key.",
            "export acme --output acme.jsonl"
        );
        shape.Command.Add(Output);
        shape.Command.Add(Contact);
        shape.Command.Writes().Prints<ExportReport>().EndsWith(ExitCodes.Broken);
        return shape.Does(RunAsync);
    }

    private static async Task<int> RunAsync(AccountCall call)
    {
        await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
        var path = Path.GetFullPath(call.Parsed.GetRequiredValue(Output));
        var contact = call.Parsed.GetValue(Contact);
        if (File.Exists(path))
        {
            throw new CliException(ExitCodes.Broken, $"{path} is there already.", AnotherFile);
        }

        var what = contact is null ? $"account '{call.Account}'" : $"contact '{contact}' in account '{call.Account}'";
        if (call.IsDryRun)
        {
            if (contact is not null)
            {
                await call.Api.RequireContactAsync(call.Account, contact, call.CancellationToken);
            }

            return call.WouldHave($"Would write what is kept of {what} to {path}.");
        }

        var bytes = await WriteAsync(call, contact, path);
        return call.Done(
            $"What is kept of {what} was written to {path} ({Counted.Of(bytes, "byte")}). It holds personal data.",
            new ExportReport(call.Account, path, bytes)
        );
    }

    // Half an export is taken for a whole one: whatever goes wrong leaves no file.
    private static async Task<long> WriteAsync(AccountCall call, string? contact, string path)
    {
        await using var file = Create(path);
        var isWhole = false;
        try
        {
            await call.Api.ExportAsync(call.Account, contact, file, call.CancellationToken);
            isWhole = file.Length > 0;
            return isWhole ? file.Length : throw NothingKept(call.Account, contact);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            throw new CliException(
                ExitCodes.Broken,
                $"{path} could not be written to its end: {failure.Message}",
                "Nothing is left of it. Try again, or name another file with --output."
            );
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(path);
            }
        }
    }

    // For the owner's eyes only, from the first byte on.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Delete,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Broken, $"{path} cannot be written: {failure.Message}", AnotherFile);
        }
    }

    private static CliException NothingKept(string account, string? contact) =>
        new(
            ExitCodes.NotFound,
            contact is null
                ? $"Nothing is kept of account '{account}'."
                : $"Nothing is kept of a contact '{contact}' in account '{account}'.",
            "'ciivsoft explain OPPORTUNITY --account NAME' names the contact of an opportunity."
        );
}

/// <summary>What was exported.</summary>
internal sealed record ExportReport(string Account, string File, long Bytes);
