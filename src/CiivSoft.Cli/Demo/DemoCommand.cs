using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Demo;

/// <summary><c>ciivsoft demo</c>: the product at work on a made-up company, with nothing to install.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once")
        {
            Description = "End after the first complete run and one round of arrivals.",
        };
        var port = new Option<int?>("--port")
        {
            Description =
                $"First of four ports: dashboard and admin API, simulator, and two for Orleans. Default {DemoPorts.Default}.",
            HelpName = "N",
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65532)
            {
                result.AddError("--port must be from 1 to 65532");
            }
        });
        var data = new Option<string?>("--data")
        {
            Description = "Keep the state in this folder. Default: a fresh folder, removed at the end.",
            HelpName = "DIR",
        };
        var command = new CliCommand(
            "demo",
            "Shows ARKiiVE, FiiLTER and REFiiNE at work on a made-up company: starts a stand-in for Lever and a silo.",
            "demo --once"
        )
        {
            once,
            port,
            data,
        };
        command.Prints<DemoReport>().EndsWith(ExitCodes.Broken, ExitCodes.Refused, ExitCodes.TimedOut);
        return command.Does(call =>
            RunAsync(
                new DemoOptions(
                    call.Parsed.GetValue(once),
                    call.Json,
                    call.Parsed.GetValue(port),
                    call.Parsed.GetValue(data)
                ),
                call.Terminal,
                TimeProvider.System,
                call.CancellationToken
            )
        );
    }

    private static async Task<int> RunAsync(
        DemoOptions options,
        Terminal terminal,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var screen = new DemoScreen(terminal, options.Json, clock);
        var ports = DemoPorts.Choose(options.Port);
        using var folder = DemoFolder.Open(options.Data);
        screen.Step("Starting the Lever simulator and a silo");
        await using var site = await DemoSite.StartAsync(folder, ports, clock, cancellationToken);
        screen.Step("Both are ready");
        var run = new DemoRun(site, screen, clock);
        await run.RunFirstAsync(cancellationToken);
        var firstRun = DemoCounts.Of(run.Book.Decisions);
        if (!options.Json)
        {
            screen.Table(run.Book.Lines());
        }

        run.Book.TakeNews();
        var arrived = await run.RunArrivalsAsync(cancellationToken);
        screen.News(run.Book.TakeNews());
        var report = await ReportAsync(site, run, firstRun, arrived, screen.Elapsed, cancellationToken);
        if (options.Json)
        {
            terminal.WriteJson(report);
        }
        else
        {
            screen.Summary(report.Counts, report.Links);
        }

        if (!options.Once)
        {
            await WatchAsync(run, screen, options.Json, cancellationToken);
        }

        return report.Succeeded ? ExitCodes.Done : ExitCodes.NotDone;
    }

    private static async Task WatchAsync(
        DemoRun run,
        DemoScreen screen,
        bool isQuiet,
        CancellationToken cancellationToken
    )
    {
        if (!isQuiet)
        {
            screen.Watching();
        }

        try
        {
            await run.WatchAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is how a demo ends.
        }
    }

    private static async Task<DemoReport> ReportAsync(
        DemoSite site,
        DemoRun run,
        DemoCounts firstRun,
        Arrived arrived,
        TimeSpan elapsed,
        CancellationToken cancellationToken
    )
    {
        var counts = DemoCounts.Of(run.Book.Decisions);
        var decided = run.Book.Decisions.Select(d => d.OpportunityId).ToHashSet();
        var searched = 0;
        foreach (var posting in arrived.Postings)
        {
            var runs = await site.Api.ListRunsAsync(DemoRun.Account, posting, cancellationToken);
            searched += runs.Count > 0 ? 1 : 0;
        }

        var handled = new ArrivedCounts(
            arrived.Postings.Count,
            arrived.Opportunities.Count,
            searched,
            arrived.Opportunities.Count(decided.Contains)
        );
        var status = run.Status;
        var isWell =
            counts is { Leads: > 0, Screened: > 0, Referred: > 0, Failed: 0, Pending: 0 }
            && handled.IsAllHandled
            && status is { Connection: ConnectionStatus.Connected, Findings: [] };
        return new DemoReport(
            isWell,
            Math.Round(elapsed.TotalSeconds, 1),
            status?.Known.People ?? 0,
            status?.Known.OpenPostings ?? 0,
            counts,
            firstRun,
            handled,
            await site.CreateLinksAsync(cancellationToken),
            DemoReport.Tell(run.Book.Lines())
        );
    }
}

/// <summary>What the user asked for.</summary>
/// <param name="Once">End after the first complete run and one round of arrivals.</param>
/// <param name="Json">One JSON document instead of text.</param>
/// <param name="Port">First port; null for the default or the next free ones.</param>
/// <param name="Data">Folder for the state; null for a fresh one.</param>
internal sealed record DemoOptions(bool Once, bool Json, int? Port, string? Data);
