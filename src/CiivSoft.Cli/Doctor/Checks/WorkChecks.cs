using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Accounts;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>How each account's work gets on.</summary>
internal static class WorkChecks
{
    private const int LateAfterPeriods = 3;
    private static readonly TimeSpan LongInShadow = TimeSpan.FromDays(30);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<Check> List { get; } =
    [
        Check.OfAccounts(
            "scan-late",
            "Scans are made in time",
            (account, around) => Late(account, around.Clock.GetUtcNow())
        ),
        Check.OfAccounts(
            "backlog",
            "What waits is being worked on",
            (account, around) => Backlog(account, around.Clock.GetUtcNow())
        ),
        Check.OfAccounts(
            "effects-unknown",
            "The outcome of every write is known",
            (account, _) => Effects(account, "unknown")
        ),
        Check.OfAccounts("effects-failed", "Lever refused no write", (account, _) => Effects(account, "failed")),
        Check.OfAccounts(
            "effects-blocked",
            "No write waits for a right, a stage or the key",
            (account, _) => Effects(account, "blocked")
        ),
        Check.OfAccounts(
            "shadow-long",
            "No account is in shadow mode for ever",
            (account, around) => Shadow(account, around.Clock.GetUtcNow())
        ),
        Check.OfAccounts("paused", "No account is paused", (account, _) => Paused(account)),
        Check.OfAccounts("rate", "The account may call Lever often enough", (account, _) => Rate(account)),
    ];

    private static bool Works(AccountFacts account) => account.Status.Connection == ConnectionStatus.Connected;

    private static IEnumerable<Complaint> Late(AccountFacts account, DateTimeOffset now)
    {
        var status = account.Status;
        var due = status.Settings.ScanEvery * LateAfterPeriods + Slack;
        var last = status.LastScan?.FinishedAt ?? account.Listed.ConnectedAt;
        if (Works(account) && status.Sync.IsComplete && !status.IsScanning && now - last > due)
        {
            yield return Complaint.Problem(
                $"The last scan ended {Times.Show(now - last)} ago; one is due every {Times.Show(status.Settings.ScanEvery)}.",
                $"Try one now: ciivsoft scan {account.Name} --wait. If that does not help, restart the silo and see its log.",
                account.Name
            );
        }
    }

    private static IEnumerable<Complaint> Backlog(AccountFacts account, DateTimeOffset now)
    {
        var (status, backlog) = (account.Status, account.Status.Backlog);
        var waiting = backlog.NewApplications + backlog.NewPostings + backlog.People;
        var quiet = now - (status.LastScan?.FinishedAt ?? now);
        if (Works(account) && waiting > 0 && !status.IsScanning && quiet > status.Settings.ScanEvery + Slack)
        {
            yield return Complaint.Problem(
                $"{waiting} people and postings wait to be looked at, and no scan has ended for {Times.Show(quiet)}: the work does not get on.",
                "See the silo's log for the reason; restarting the silo loses nothing.",
                account.Name
            );
        }
    }

    private static IEnumerable<Complaint> Effects(AccountFacts account, string state)
    {
        if (account.Status.Effects.GetValueOrDefault(state) is > 0 and var count)
        {
            yield return state switch
            {
                "unknown" => Complaint.Warning(
                    $"Of {count} writes it is not known whether Lever made them. They are read back and settled within minutes.",
                    "If the number does not go down: is Lever reachable, and may the key read opportunities and notes?",
                    account.Name
                ),
                "failed" => Complaint.Warning(
                    $"Lever refused {count} writes for good.",
                    "The dashboard's page Queue says why for each; most often the opportunity is gone or the service user was deactivated.",
                    account.Name
                ),
                _ => Complaint.Warning(
                    $"{count} writes wait for a right, the stage or the key.",
                    $"ciivsoft status {account.Name} names what is missing; they are made by themselves when it is there.",
                    account.Name
                ),
            };
        }
    }

    private static IEnumerable<Complaint> Shadow(AccountFacts account, DateTimeOffset now)
    {
        if (account.Status.Mode == AccountMode.Shadow && now - account.Listed.ConnectedAt > LongInShadow)
        {
            yield return Complaint.Warning(
                $"The account is in shadow mode, {Times.Show(now - account.Listed.ConnectedAt)} after it was connected: nothing is written to Lever.",
                $"When its decisions look right: ciivsoft go-live {account.Name}",
                account.Name
            );
        }
    }

    private static IEnumerable<Complaint> Paused(AccountFacts account)
    {
        if (!account.Status.Pauses.IsDefaultOrEmpty)
        {
            yield return Complaint.Warning(
                $"Paused: {string.Join(", ", account.Status.Pauses.Select(Pauses.Name))}. What is decided waits.",
                $"To go on: ciivsoft resume {account.Name}, with --solution and --posting as it was paused",
                account.Name
            );
        }
    }

    private static IEnumerable<Complaint> Rate(AccountFacts account)
    {
        const double Usual = 10;
        if (account.Status.Settings.CallsPerSecond < Usual / 2)
        {
            yield return Complaint.Warning(
                $"The account may make {account.Status.Settings.CallsPerSecond:0.#} calls to Lever a second, of {Usual} that Lever lets a key make: a first synchronisation takes long.",
                "If nobody else shares the key, raise callsPerSecond in its settings.",
                account.Name
            );
        }
    }
}
