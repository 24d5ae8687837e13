using System.Collections.Immutable;
using System.CommandLine;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Desk;

/// <summary><c>ciivsoft rerun</c>: decides again, with today's requirements and model.</summary>
internal static class RerunCommand
{
    private static readonly Argument<string[]> What = new("what")
    {
        Description = "Lever's id of an application's opportunity, or 'posting ID': all its applications, and ARKiiVE.",
        HelpName = "OPPORTUNITY|posting ID",
        Arity = new ArgumentArity(1, 2),
    };

    public static Command Create()
    {
        var account = AccountArgument.CreateOption();
        var shape = new SiloCommand(
            "rerun",
            "Decides applications again, with today's requirements and model. Nobody is demoted: a new decision stands beside the former one, and what was written to Lever stays.",
            "rerun posting 5c9b6bc2-… --account acme"
        );
        shape.Command.Add(What);
        shape.Command.Add(account);
        shape.Command.Writes().Prints<RerunReport>();
        return shape.Does(call => RunAsync(call, call.Parsed.GetRequiredValue(account)));
    }

    private static async Task<int> RunAsync(SiloCall call, string account)
    {
        await call.Api.GetStatusAsync(account, call.CancellationToken);
        var request = call.Parsed.GetRequiredValue(What) switch
        {
            ["posting", var posting] => RerunRequest.OfPosting(posting),
            [var opportunity] => RerunRequest.OfOpportunity(opportunity),
            var other => throw new CliException(
                ExitCodes.NotDone,
                $"'{string.Join(' ', other)}' names nothing that can be decided again.",
                "Name an opportunity, or 'posting ID'."
            ),
        };
        var answer = await call.Api.RerunAsync(
            account,
            request with
            {
                IsDryRun = call.IsDryRun,
            },
            call.CancellationToken
        );
        call.Print(
            new RerunReport(account, call.IsDryRun, answer.Applications, answer.RunsArkiive, answer.Skipped),
            report => Show(report, call)
        );
        return answer.Applications.IsEmpty && !answer.RunsArkiive ? ExitCodes.NotDone : ExitCodes.Done;
    }

    private static void Show(RerunReport report, SiloCall call)
    {
        var console = call.Terminal.Out;
        var verb = report.IsDryRun ? "Would be decided again" : "Queued to be decided again";
        console.WriteLine(
            report.Applications.IsEmpty && !report.RunsArkiive
                ? "There is nothing to decide again."
                : $"{verb}: {Counted.Of(report.Applications.Length, "application")}{Arkiive(report)}."
        );
        foreach (var skipped in report.Skipped)
        {
            console.WriteLine($"  {skipped.OpportunityId} is left out: {skipped.Reason}");
        }

        if (report.IsDryRun)
        {
            console.WriteLine("Nothing was changed: --dry-run.");
        }
        else if (report.Applications is [var first, ..])
        {
            console.WriteLine($"Next: ciivsoft explain {first} --account {report.Account}");
        }
    }

    private static string Arkiive(RerunReport report) =>
        (report.RunsArkiive, report.IsDryRun) switch
        {
            (false, _) => "",
            (true, true) => "; ARKiiVE would run for the posting",
            _ => "; ARKiiVE runs for the posting",
        };
}

/// <summary>What is decided again.</summary>
internal sealed record RerunReport(
    string Account,
    bool IsDryRun,
    ImmutableArray<string> Applications,
    bool RunsArkiive,
    ImmutableArray<RerunSkip> Skipped
);
