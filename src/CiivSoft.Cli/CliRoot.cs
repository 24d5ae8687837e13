using System.CommandLine;
using CiivSoft.Cli.Accounts;
using CiivSoft.Cli.Audits;
using CiivSoft.Cli.Backups;
using CiivSoft.Cli.Checking;
using CiivSoft.Cli.Demo;
using CiivSoft.Cli.Evaluation;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Extraction;
using CiivSoft.Cli.Keys;
using CiivSoft.Cli.Postings;

namespace CiivSoft.Cli;

/// <summary>All commands.</summary>
internal static class CliRoot
{
    public static RootCommand Create() =>
        new("Operates CiivSoft: ARKiiVE, FiiLTER and REFiiNE for a Lever account.")
        {
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
            BackupCommand.CreateBackup(),
            BackupCommand.CreateRestore(),
            KeysCommand.Create(),
            AuditCommand.Create(),
            CheckCommand.Create(),
            ExtractCommand.Create(),
            EvaluateCommand.Create(),
            ReportCommand.Create(),
        };
}
