using System.CommandLine;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Replays;

/// <summary><c>ciivsoft replay</c>: past applications against what recruiters did with them.</summary>
internal static class ReplayCommand
{
    private const double DefaultRecall = 0.9;

    public static Command Create()
    {
        var recall = new Option<double>("--recall")
        {
            Description =
                "The share of those whom recruiters advanced that the proposed bar must let pass, above 0 to 1.",
            DefaultValueFactory = _ => DefaultRecall,
        };
        recall.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 1))
            {
                result.AddError("--recall is a share above 0 and not above 1, for example 0.9.");
            }
        });
        var account = AccountArgument.Create();
        var shape = new SiloCommand(
            "replay",
            "Scores past applications with what was known then, compares with what recruiters did, and proposes a FiiLTER bar. "
                + "Changes nothing.",
            "replay acme --recall 0.9"
        );
        shape.Command.Add(account);
        shape.Command.Add(recall);
        shape.Command.Prints<ReplayReport>();
        return shape.Does(call => RunAsync(call, call.Parsed.GetRequiredValue(account), call.Parsed.GetValue(recall)));
    }

    private static async Task<int> RunAsync(SiloCall call, string name, double recall)
    {
        await call.Api.GetStatusAsync(name, call.CancellationToken);
        var reading = await ReplayReading.ReadAsync(
            call.Api,
            name,
            count => call.Terminal.Error.WriteLine($"{Counted.Of(count, "application")} read"),
            call.CancellationToken
        );
        var report = ReplayReport.Of(name, reading, recall);
        call.Print(report, shown => ReplayScreen.Show(shown, call.Terminal.Out));
        return report.IsEnough ? ExitCodes.Done : ExitCodes.NotDone;
    }
}
