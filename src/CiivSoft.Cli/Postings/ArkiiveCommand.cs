using System.CommandLine;
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
        var silo = new SiloOptions();
        var json = Jobs.JsonOption();
        var command = new Command(
            "arkiive",
            "Runs ARKiiVE for a posting that is open already, and waits for the result.\n\n"
                + "Example: ciivsoft arkiive 730e37db-93d3-4acf-b9de-7cfc397cef1d --account acme"
        )
        {
            posting,
            account,
        };
        silo.AddTo(command);
        command.Add(json);
        command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                using var api = silo.Open(parsed);
                var (name, id) = (parsed.GetRequiredValue(account), parsed.GetRequiredValue(posting));
                await api.GetStatusAsync(name, cancellationToken);
                var run = await RunAsync(api, name, id, cancellationToken);
                if (parsed.GetValue(json))
                {
                    terminal.WriteJson(
                        new
                        {
                            Account = name,
                            PostingId = id,
                            Run = run,
                        }
                    );
                }
                else
                {
                    Show(run, terminal);
                }

                return ExitCodes.Done;
            }
        );
        return command;
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
            $"{run.Searched} people searched, {run.Scored} compared in full, {run.AboveBar} good enough, {run.Leads} new leads."
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
