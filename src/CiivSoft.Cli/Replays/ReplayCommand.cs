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
        var account = AccountArgument.Create();
        var silo = new SiloOptions();
        var json = Jobs.JsonOption();
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
        var command = new Command(
            "replay",
            "Scores past applications with what was known then, compares with what recruiters did, and proposes a FiiLTER bar. "
                + "Changes nothing.\n\nExample: ciivsoft replay acme --recall 0.9"
        )
        {
            account,
            recall,
        };
        silo.AddTo(command);
        command.Add(json);
        command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                using var api = silo.Open(parsed);
                var name = parsed.GetRequiredValue(account);
                await api.GetStatusAsync(name, cancellationToken);
                var reading = await ReplayReading.ReadAsync(
                    api,
                    name,
                    count => terminal.Error.WriteLine($"{count} applications read"),
                    cancellationToken
                );
                var report = ReplayReport.Of(name, reading, parsed.GetValue(recall));
                if (parsed.GetValue(json))
                {
                    terminal.WriteJson(report);
                }
                else
                {
                    ReplayScreen.Show(report, terminal.Out);
                }

                return report.IsEnough ? ExitCodes.Done : ExitCodes.NotDone;
            }
        );
        return command;
    }
}
