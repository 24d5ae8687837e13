using System.CommandLine;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Settings;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Doctor;

/// <summary><c>ciivsoft doctor</c>: finds what is wrong with an installation, with cause and fix.</summary>
internal static class DoctorCommand
{
    /// <param name="environment">The environment; null for this process's.</param>
    /// <param name="clock">The time; null for the system's.</param>
    public static Command Create(IReadOnlyDictionary<string, string>? environment = null, TimeProvider? clock = null)
    {
        var silo = new SiloOptions();
        var file = new Option<FileInfo>("--env")
        {
            Description = "A file of lines NAME=VALUE that the silo is started with, such as deploy/sample.env.",
            HelpName = "FILE",
        };
        file.AcceptExistingOnly();
        var command = new CliCommand(
            "doctor",
            "Looks at machine, settings, data folder, keys, database, silo and accounts: what is wrong, why, and what to do. "
                + "Changes nothing and takes five seconds at most.",
            "doctor --data ./data"
        )
        {
            file,
        };
        silo.AddTo(command);
        command.Prints<DoctorReport>();
        return command.Does(async call =>
        {
            var variables = environment ?? ConfigCommand.EnvironmentVariables();
            if (call.Parsed.GetValue(file) is { } named)
            {
                variables = EnvironmentFile.Read(named, variables);
            }

            var options = silo.Examine(call.Parsed, variables);
            var report = await Examination.MakeAsync(
                AllChecks.List,
                options,
                clock ?? TimeProvider.System,
                call.CancellationToken
            );
            call.Print(report, shown => DoctorScreen.Show(shown, call.Terminal.Out));
            return report.IsHealthy ? ExitCodes.Done : ExitCodes.NotDone;
        });
    }

    private static DoctorOptions Examine(
        this SiloOptions silo,
        ParseResult parsed,
        IReadOnlyDictionary<string, string> variables
    )
    {
        var data = parsed.GetValue(silo.Data) ?? variables.GetValueOrDefault("CIIVSOFT__DATA") ?? "data";
        var server =
            parsed.GetValue(silo.Server)
            ?? UrlOption.Parse(variables.GetValueOrDefault("CIIVSOFT_SERVER") ?? "")
            ?? new Uri(SiloOptions.DefaultServer);
        return new DoctorOptions(
            server,
            TokenOf(variables, data, isNamed: parsed.GetValue(silo.Data) is not null),
            data,
            variables,
            ConfigCommand.AppSettingsOfSilo()
        );
    }

    // As the other commands find it; an unreadable file is for the check of that file to tell.
    private static string? TokenOf(IReadOnlyDictionary<string, string> variables, string data, bool isNamed)
    {
        if (SiloOptions.TokenAmong(variables.GetValueOrDefault, isNamed) is { } token)
        {
            return token;
        }

        var file = Path.Combine(Path.GetFullPath(data), SiloOptions.TokenFile);
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
