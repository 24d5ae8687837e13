using System.CommandLine;
using CiivSoft.Cli.Audits.Material;
using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Cli.Terminals;
using CiivSoft.Matching;

namespace CiivSoft.Cli.Audits.Determinism;

/// <summary><c>ciivsoft audit determinism</c>.</summary>
internal static class DeterminismCommand
{
    public static Command Create()
    {
        var material = new MaterialOptions();
        var pairs = new Option<int>("--pairs")
        {
            Description = "How many pairs are scored in each run.",
            DefaultValueFactory = _ => 10_000,
        };
        var write = new Option<FileInfo>("--write")
        {
            Description = "The file that a run writes its bits to; runs are started by the command itself.",
            Hidden = true,
        };
        var order = new Option<int>("--order") { Description = "Seed of a run's order.", Hidden = true };
        var json = Jobs.JsonOption();
        var command = new Command(
            "determinism",
            "Scores the same pairs in shuffled order with AVX-512, without it, without AVX2 and without any vector code, each in a process of its own, and compares every bit.\n\n"
                + "Example: ciivsoft audit determinism"
        );
        material.AddTo(command);
        command.Add(pairs);
        command.Add(write);
        command.Add(order);
        command.Add(json);
        command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                var count = Math.Max(1, parsed.GetValue(pairs));
                if (parsed.GetValue(write) is { } file)
                {
                    var run = new ScoredRun(MatchingEngine.LoadDefault(), material.Load(parsed), count);
                    run.Write(file, parsed.GetValue(order), cancellationToken);
                    return ExitCodes.Done;
                }

                var audit = new DeterminismAudit(material.Load(parsed), material.Arguments(parsed), count);
                var report = await audit.RunAsync(terminal.Error, cancellationToken);
                return AuditOutput.Write(terminal, report, parsed.GetValue(json));
            }
        );
        return command;
    }
}
