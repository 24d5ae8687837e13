using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Demo;

/// <summary>Plays the demo on a running site: connect, read everybody, ARKiiVE for some postings, then people and postings that arrive.</summary>
internal sealed class DemoRun(DemoSite site, DemoScreen screen, TimeProvider clock)
{
    public const string Account = "demo";

    private const int OnDemandPostings = 3;
    private const int ApplicationsAtOnce = 3;
    private const int OpenEvery = 2;

    private static readonly TimeSpan ScanEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan ArrivalsEvery = TimeSpan.FromSeconds(17);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    public DemoBook Book { get; } = new(site, Account);

    public AccountStatus? Status { get; private set; }

    /// <summary>Connects the account and waits until everybody in it is read and decided, and ARKiiVE ran on demand.</summary>
    public async Task RunFirstAsync(CancellationToken cancellationToken)
    {
        // State of an earlier demo is of another world that only looks the same.
        await site.Api.RemoveAsync(Account, cancellationToken);
        var preflight = await site.Api.ConnectAsync(
            Account,
            new ConnectAsk(
                site.World.LeverUrl,
                DemoWorld.ApiKey,
                DemoWorld.ServiceUser,
                AccountMode.Live,
                ScanEvery.TotalSeconds
            ),
            cancellationToken
        );
        if (!preflight.Connected)
        {
            throw new CliException(ExitCodes.Refused, "The simulator refused the demo's key.");
        }

        screen.Connected(preflight);
        await SettleAsync("reading résumés and deciding", cancellationToken);
        var asked = await RunArkiiveAsync(cancellationToken);
        await SettleAsync($"ARKiiVE searches everybody for {asked} open postings", cancellationToken);
    }

    /// <summary>Lets people and a posting arrive and waits until all of them are handled.</summary>
    public async Task<Arrived> RunArrivalsAsync(CancellationToken cancellationToken)
    {
        var arrived = await ArriveAsync(postings: 1, cancellationToken);
        await SettleAsync("handling what arrived", cancellationToken);
        return arrived;
    }

    /// <summary>Goes on until it is stopped: arrivals now and then, and what was done with them as it happens.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        var last = clock.GetTimestamp();
        for (var round = 1; ; )
        {
            if (clock.GetElapsedTime(last) >= ArrivalsEvery)
            {
                last = clock.GetTimestamp();
                await ArriveAsync(round % OpenEvery == 0 ? 1 : 0, cancellationToken);
                round++;
            }

            site.RequireRunning();
            await Book.ReadAsync(cancellationToken);
            screen.News(Book.TakeNews());
            await Task.Delay(Poll * 2, clock, cancellationToken);
        }
    }

    private async Task<Arrived> ArriveAsync(int postings, CancellationToken cancellationToken)
    {
        var opened = await site.World.ArriveAsync(postings, 0, null, cancellationToken);
        var applied = await site.World.ArriveAsync(0, ApplicationsAtOnce, null, cancellationToken);
        screen.Arriving(postings, applied.Opportunities.Count);
        await site.Api.ScanAsync(Account, cancellationToken);
        return opened.And(applied);
    }

    // Those that have been open for longest need people most.
    private async Task<int> RunArkiiveAsync(CancellationToken cancellationToken)
    {
        var postings = await site.Api.ListPostingsAsync(Account, cancellationToken);
        var chosen = postings
            .Where(p => p.IsOpen)
            .OrderBy(p => p.CreatedAt)
            .ThenBy(p => p.PostingId, StringComparer.Ordinal)
            .Take(OnDemandPostings)
            .ToList();
        foreach (var posting in chosen)
        {
            await site.Api.RunArkiiveAsync(Account, posting.PostingId, cancellationToken);
        }

        return chosen.Count;
    }

    private async Task SettleAsync(string what, CancellationToken cancellationToken)
    {
        await screen.ShowProgressAsync(what, show => WaitUntilSettledAsync(what, show, cancellationToken));
        await Book.ReadAsync(cancellationToken);
    }

    private async Task WaitUntilSettledAsync(
        string what,
        Action<AccountStatus> show,
        CancellationToken cancellationToken
    )
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            site.RequireRunning();
            Status = await site.Api.GetStatusAsync(Account, cancellationToken);
            show(Status);
            if (IsSettled(Status))
            {
                return;
            }

            if (clock.GetElapsedTime(started) > SettleLimit)
            {
                throw new CliException(
                    ExitCodes.TimedOut,
                    $"The demo did not come to an end within {SettleLimit.TotalMinutes:F0} minutes; it stood at: {what}.",
                    $"The programs' output is in {site.Data}, which is kept when it is named with --data DIR."
                );
            }

            await Task.Delay(Poll, clock, cancellationToken);
        }
    }

    // Like the account's own idea of idle, but it does not wait for résumés that were put off.
    private bool IsSettled(AccountStatus status) =>
        status is { IsScanning: false, LastScan: not null, Sync.IsComplete: true }
        && status.NextScanAt > clock.GetUtcNow()
        && status.Backlog is { NewApplications: 0, NewPostings: 0, People: 0 }
        && !status.Effects.Any(e => e.Value > 0 && e.Key is "planned" or "sending" or "unknown");
}
