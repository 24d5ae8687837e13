using System.Collections;
using System.CommandLine;
using CiivSoft.Cli.Demo;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Settings;

/// <summary><c>ciivsoft config show</c>: the silo's settings as they apply.</summary>
internal static class ConfigCommand
{
    private const string SiloProject = "CiivSoft.Silo";

    /// <param name="environment">The environment; null for this process's.</param>
    public static Command Create(IReadOnlyDictionary<string, string>? environment = null)
    {
        var effective = new Option<bool>("--effective")
        {
            Description = "Every setting, those at their default too; else only those that are set.",
        };
        var file = new Option<FileInfo>("--appsettings")
        {
            Description = "The silo's appsettings.json; else the one beside the silo's program, where that is here.",
            HelpName = "FILE",
        };
        file.AcceptExistingOnly();
        var show = new CliCommand(
            "show",
            "Shows the settings that a silo started here and now would have: value, where it comes from, meaning. Secrets are masked.",
            "config show --effective"
        )
        {
            effective,
            file,
        };
        show.Prints<IReadOnlyList<EffectiveSetting>>().EndsWith(ExitCodes.Broken);
        show.Does(call =>
        {
            var settings = new EffectiveSettings(
                environment ?? EnvironmentVariables(),
                call.Parsed.GetValue(file) ?? AppSettingsOfSilo()
            );
            var all = settings.All();
            var shown = call.Parsed.GetValue(effective)
                ? all
                : all.Where(s => s.Source != SettingSource.Default).ToList();
            return Task.FromResult(call.Done(shown, rows => Show(rows, call.Terminal)));
        });
        return new Command("config", "The silo's settings.") { show };
    }

    /// <summary>The environment of this process.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentVariables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal);

    /// <summary>The file beside the silo's program; null when that is not here.</summary>
    public static FileInfo? AppSettingsOfSilo() =>
        ProgramFinder
            .Places(AppContext.BaseDirectory, SiloProject)
            .Where(program => program.Exists)
            .Select(program => new FileInfo(Path.Combine(program.DirectoryName ?? "", "appsettings.json")))
            .FirstOrDefault(file => file.Exists);

    private static void Show(IReadOnlyList<EffectiveSetting> settings, Terminal terminal)
    {
        if (settings.Count == 0)
        {
            terminal.Out.WriteLine("Nothing is set: every setting has its default. --effective shows them.");
            return;
        }

        foreach (var setting in settings)
        {
            var source = setting.Source switch
            {
                SettingSource.Environment => "environment",
                SettingSource.AppSettings => "appsettings.json",
                _ => "default",
            };
            terminal.WriteUnbroken($"{setting.Variable} = {setting.Value}   ({source})");
            terminal.WriteUnbroken($"    {setting.Meaning}");
        }
    }
}
