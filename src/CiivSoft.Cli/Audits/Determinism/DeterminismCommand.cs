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
        var command = new CliCommand(
            "determinism",
            "Scores the same pairs in shuffled order with AVX-512, without it, without AVX2 and without any vector code, each in a process of its own, and compares every bit.",
            "audit determinism"
        );
        material.AddTo(command);
        command.Add(pairs);
        command.Add(write);
        command.Add(order);
        command.Prints<AuditReport>().EndsWith(ExitCodes.Broken);
        return command.Does(async call =>
        {
            var count = Math.Max(1, call.Parsed.GetValue(pairs));
            if (call.Parsed.GetValue(write) is { } file)
            {
                var run = new ScoredRun(MatchingEngine.LoadDefault(), material.Load(call.Parsed), count);
                run.Write(file, call.Parsed.GetValue(order), call.CancellationToken);
                return ExitCodes.Done;
            }

            var audit = new DeterminismAudit(material.Load(call.Parsed), material.Arguments(call.Parsed), count);
            return AuditOutput.Write(call, await audit.RunAsync(call.Terminal.Error, call.CancellationToken));
        });
    }
}
