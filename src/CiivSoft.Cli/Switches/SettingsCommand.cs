using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;

namespace CiivSoft.Cli.Switches;

/// <summary><c>ciivsoft settings</c>: shows and changes the settings of an account.</summary>
internal static class SettingsCommand
{
    public static Command Create()
    {
        var changes = new Argument<string[]>("changes")
        {
            Description = "Settings to change, by their names in the list; 'none' sets no value.",
            HelpName = "NAME=VALUE",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var shape = new AccountCommand(
            "settings",
            "Shows the settings of an account, or changes some of them: schedule, quotas, bars, switches and the rest.",
            "settings acme schedule.timeZone=Europe/Berlin schedule.from=07:00 schedule.to=19:00 quotas.fiilter=40"
        );
        shape.Command.Add(changes);
        shape.Command.Writes().Prints<AccountSettings>();
        return shape.Does(call => RunAsync(call, call.Parsed.GetValue(changes) ?? []));
    }

    private static async Task<int> RunAsync(AccountCall call, string[] changes)
    {
        var status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
        var settings = SettingPaths.Apply(status.Settings, changes);
        if (call.IsDryRun)
        {
            return call.WouldHave(changes.Length == 0 ? ["Nothing."] : [.. changes.Select(c => $"Would set {c}.")]);
        }

        if (changes.Length > 0)
        {
            await call.Api.ConfigureAsync(call.Account, settings, call.CancellationToken);
            status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
        }

        return call.Done(
            status.Settings,
            shown =>
            {
                foreach (var (name, value) in SettingPaths.List(shown))
                {
                    call.Terminal.WriteUnbroken($"{name}={value}");
                }
            }
        );
    }
}
