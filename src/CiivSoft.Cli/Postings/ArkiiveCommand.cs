using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Postings;

/// <summary><c>ciivsoft arkiive</c>: searches everybody for a posting that is open already.</summary>
internal static class ArkiiveCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var posting = new Argument<string>("posting")
        {
            Description = "Lever's id of an open posting.",
            HelpName = "POSTING",
        };
        var account = AccountArgument.CreateOption();
        var shape = new SiloCommand(
            "arkiive",
            "Runs ARKiiVE for a posting that is open already, and waits for the result.",
            "arkiive 730e37db-93d3-4acf-b9de-7cfc397cef1d --account acme"
        );
        shape.Command.Add(posting);
        shape.Command.Add(account);
        shape.Command.Writes().Prints<ArkiiveReport>().EndsWith(ExitCodes.TimedOut);
        return shape.Does(call =>
            RunAsync(call, call.Parsed.GetRequiredValue(account), call.Parsed.GetRequiredValue(posting))
        );
    }

    private static async Task<int> RunAsync(SiloCall call, string account, string posting)
    {
        var status = await call.Api.GetStatusAsync(account, call.CancellationToken);
        if (call.IsDryRun)
        {
            return call.WouldHave(await PlanAsync(call, status, posting));
        }

        var run = await RunAsync(call.Api, account, posting, call.CancellationToken);
        return call.Done(new ArkiiveReport(account, posting, run), report => Show(report.Run, call.Terminal));
    }

    private static async Task<string> PlanAsync(SiloCall call, AccountStatus status, string posting)
    {
        var postings = await call.Api.ListPostingsAsync(status.Account, call.CancellationToken);
        var open =
            postings.FirstOrDefault(p => p.PostingId == posting && p.IsOpen)
            ?? throw new CliException(
                ExitCodes.NotFound,
                $"There is no open posting '{posting}' in account '{status.Account}'.",
                "ARKiiVE runs for postings that are published or internal, as the last scan saw them."
            );
        var then =
            status.Mode == AccountMode.Live
                ? "make the best ones leads in Lever"
                : "record who would become a lead; nothing would be written to Lever in shadow mode";
        return $"Would search {status.Known.ReadablePeople} people for {open.Title} and {then}, at most {status.Settings.LeadsPerPosting}.";
    }

    private static async Task<ListedRun> RunAsync(
        AdminApi api,
        string account,
        string posting,
        CancellationToken cancellationToken
    )
    {
        var clock = TimeProvider.System;
        var before = (await api.ListRunsAsync(account, posting, cancellationToken)).Count;
        await api.RunArkiiveAsync(account, posting, cancellationToken);
        var started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < Limit)
        {
            var runs = await api.ListRunsAsync(account, posting, cancellationToken);
            if (runs.Count > before)
            {
                return runs[^1];
            }

            await Task.Delay(Poll, clock, cancellationToken);
        }

        throw new CliException(
            ExitCodes.TimedOut,
            $"The run for posting {posting} did not end within {Times.Show(Limit)}.",
            $"It goes on. Follow it: ciivsoft status {account} --watch"
        );
    }

    private static void Show(ListedRun run, Terminal terminal)
    {
        var console = terminal.Out;
        console.WriteLine(
            $"{Counted.Of(run.Searched, "person", "people")} searched, {run.Scored} compared in full, {run.AboveBar} good enough, {Counted.Of(run.Leads, "new lead")}."
        );
        foreach (
            var (reason, count) in run
                .Excluded.OrderByDescending(e => e.Value)
                .ThenBy(e => e.Key, StringComparer.Ordinal)
        )
        {
            console.WriteLine($"  left out: {count} {Wording.Words(reason)}");
        }
    }
}

/// <summary>A run for one posting.</summary>
internal sealed record ArkiiveReport(string Account, string PostingId, ListedRun Run);
