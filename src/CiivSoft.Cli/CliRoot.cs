using System.CommandLine;
using CiivSoft.Cli.Accounts;
using CiivSoft.Cli.Audits;
using CiivSoft.Cli.Backups;
using CiivSoft.Cli.Checking;
using CiivSoft.Cli.Demo;
using CiivSoft.Cli.Desk;
using CiivSoft.Cli.Doctor;
using CiivSoft.Cli.Evaluation;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Extraction;
using CiivSoft.Cli.Help;
using CiivSoft.Cli.Keys;
using CiivSoft.Cli.Notifications;
using CiivSoft.Cli.Postings;
using CiivSoft.Cli.Replays;
using CiivSoft.Cli.Requirements;
using CiivSoft.Cli.Settings;
using CiivSoft.Cli.Switches;

namespace CiivSoft.Cli;

/// <summary>All commands.</summary>
internal static class CliRoot
{
    /// <summary>By the word on the command line, in the order of the help. Each makes its command when it is needed.</summary>
    public static IReadOnlyList<(string Name, Func<Command> Create)> Commands { get; } =
    [
        ("demo", DemoCommand.Create),
        ("connect", () => ConnectCommand.Create()),
        ("accounts", AccountsCommand.Create),
        ("status", StatusCommand.Create),
        ("scan", ScanCommand.Create),
        ("go-live", GoLiveCommand.Create),
        ("pause", PauseCommand.Create),
        ("resume", PauseCommand.CreateResume),
        ("explain", ExplainCommand.Create),
        ("preflight", PreflightCommand.Create),
        ("shadow-report", ShadowReportCommand.Create),
        ("undo", UndoCommand.Create),
        ("rerun", RerunCommand.Create),
        ("export", ExportCommand.Create),
        ("erase", EraseCommand.Create),
        ("arkiive", ArkiiveCommand.Create),
        ("replay", ReplayCommand.Create),
        ("requirements", RequirementsCommand.Create),
        ("mode", ModeCommand.Create),
        ("settings", SettingsCommand.Create),
        ("notify", NotifyCommand.Create),
        ("disconnect", DisconnectCommand.Create),
        ("backup", BackupCommand.Create),
        ("restore", RestoreCommand.Create),
        ("keys", KeysCommand.Create),
        ("doctor", () => DoctorCommand.Create()),
        ("config", () => ConfigCommand.Create()),
        ("audit", AuditCommand.Create),
        ("check", CheckCommand.Create),
        ("extract", ExtractCommand.Create),
        ("evaluate", EvaluateCommand.Create),
        ("report", ReportCommand.Create),
        ("completion", CompletionCommand.Create),
        ("schema", SchemaCommand.Create),
    ];

    /// <summary>The whole program.</summary>
    public static RootCommand Create() => Of(Commands.Select(command => command.Create()));

    /// <summary>What a command line needs: the one command that its first word names, else all.</summary>
    public static RootCommand CreateFor(IReadOnlyList<string> arguments) =>
        Commands.FirstOrDefault(command => arguments.Count > 0 && command.Name == arguments[0])
            is { Create: { } create }
            ? Of(create())
            : Create();

    /// <summary>A program of these commands, with the help and completion that all have.</summary>
    public static RootCommand Of(params IEnumerable<Command> commands)
    {
        var root = new RootCommand("Operates CiivSoft: ARKiiVE, FiiLTER and REFiiNE for a Lever account.");
        foreach (var command in commands)
        {
            root.Add(command);
        }

        HelpPage.AddTo(root);
        return root;
    }
}
