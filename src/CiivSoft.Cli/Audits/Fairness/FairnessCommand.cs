using System.CommandLine;
using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Cli.Terminals;
using CiivSoft.Matching;

namespace CiivSoft.Cli.Audits.Fairness;

/// <summary><c>ciivsoft audit fairness</c>.</summary>
internal static class FairnessCommand
{
    private const int DefaultPairs = 1_000;

    public static Command Create()
    {
        var material = new MaterialOptions();
        var pairs = new Option<int>("--pairs")
        {
            Description = "Pairs of people for each group of names and each circumstance.",
            DefaultValueFactory = _ => DefaultPairs,
        };
        var command = new CliCommand(
            "fairness",
            "Sends the same résumés as different people and compares the scores bit by bit; looks for what redaction left.",
            "audit fairness"
        );
        material.AddTo(command);
        command.Add(pairs);
        command.Prints<AuditReport>().EndsWith(ExitCodes.Broken);
        return command.Does(call =>
        {
            var audit = new FairnessAudit(
                MatchingEngine.LoadDefault(),
                material.Load(call.Parsed),
                Math.Max(1, call.Parsed.GetValue(pairs))
            );
            return Task.FromResult(AuditOutput.Write(call, audit.Run(call.CancellationToken)));
        });
    }
}
