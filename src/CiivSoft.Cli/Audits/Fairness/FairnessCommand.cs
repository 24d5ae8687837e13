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
        var json = Jobs.JsonOption();
        var command = new Command(
            "fairness",
            "Sends the same résumés as different people and compares the scores bit by bit; looks for what redaction left.\n\n"
                + "Example: ciivsoft audit fairness"
        );
        material.AddTo(command);
        command.Add(pairs);
        command.Add(json);
        command.SetJob(
            (parsed, terminal, cancellationToken) =>
            {
                var audit = new FairnessAudit(
                    MatchingEngine.LoadDefault(),
                    material.Load(parsed),
                    Math.Max(1, parsed.GetValue(pairs))
                );
                return Task.FromResult(
                    AuditOutput.Write(terminal, audit.Run(cancellationToken), parsed.GetValue(json))
                );
            }
        );
        return command;
    }
}
