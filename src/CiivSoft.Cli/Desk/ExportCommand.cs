using System.CommandLine;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Desk;

/// <summary><c>ciivsoft export</c>: what is kept of an account, or of a person, as JSON lines.</summary>
internal static class ExportCommand
{
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
        shape.Command.Writes().Prints<ExportReport>();
        return shape.Does(RunAsync);
    }

    private static async Task<int> RunAsync(AccountCall call)
    {
        await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
        var path = Path.GetFullPath(call.Parsed.GetRequiredValue(Output));
        var contact = call.Parsed.GetValue(Contact);
        if (call.IsDryRun)
        {
            return call.WouldHave(
                $"Would write what is kept of {(contact is null ? $"account '{call.Account}'" : $"contact '{contact}'")} to {path}."
            );
        }

        var bytes = await WriteAsync(call, contact, path);
        return call.Done(
            $"{bytes} bytes were written to {path}. It holds personal data.",
            new ExportReport(call.Account, path, bytes)
        );
    }

    private static async Task<long> WriteAsync(AccountCall call, string? contact, string path)
    {
        try
        {
            // For the owner's eyes only, from the first byte on.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var file = new FileStream(path, options);
            await call.Api.ExportAsync(call.Account, contact, file, call.CancellationToken);
            return file.Length;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(
                ExitCodes.Broken,
                $"{path} cannot be written: {failure.Message}",
                "Name another file with --output."
            );
        }
    }
}

/// <summary>What was exported.</summary>
internal sealed record ExportReport(string Account, string File, long Bytes);
