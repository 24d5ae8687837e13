using System.CommandLine;
using CiivSoft.Cli.Accounts;
using CiivSoft.Cli.Backups;
using CiivSoft.Cli.Checking;
using CiivSoft.Cli.Demo;
using CiivSoft.Cli.Doctor;
using CiivSoft.Cli.Evaluation;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Extraction;
using CiivSoft.Cli.Help;
using CiivSoft.Cli.Keys;
using CiivSoft.Cli.Postings;
using CiivSoft.Cli.Settings;

namespace CiivSoft.Cli;

/// <summary>All commands.</summary>
internal static class CliRoot
{
    public static RootCommand Create() =>
        Of(
            DemoCommand.Create(),
            ConnectCommand.Create(),
            AccountsCommand.Create(),
            StatusCommand.Create(),
            ScanCommand.Create(),
            GoLiveCommand.Create(),
            PauseCommand.Create(),
            PauseCommand.CreateResume(),
            ExplainCommand.Create(),
            ArkiiveCommand.Create(),
            DisconnectCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            KeysCommand.Create(),
            CheckCommand.Create(),
            ExtractCommand.Create(),
            EvaluateCommand.Create(),
            ReportCommand.Create(),
            DoctorCommand.Create(),
            ConfigCommand.Create(),
            CompletionCommand.Create(),
            SchemaCommand.Create()
        );

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
