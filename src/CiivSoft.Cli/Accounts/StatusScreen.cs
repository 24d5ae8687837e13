using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Accounts;

/// <summary>An account's status as text.</summary>
internal static class StatusScreen
{
    public static void Show(AccountStatus status, IAnsiConsole console)
    {
        var grid = new Grid().AddColumn().AddColumn();
        Add(grid, "Account", $"{status.Account}: {Connection(status.Connection)}, {Mode(status)}");
        Add(grid, "Now", Doing(status));
        SwitchLines.Add(status, (name, value) => Add(grid, name, value));
        Add(grid, "Scans", Scans(status));
        Add(
            grid,
            "Known",
            $"{status.Known.People} people ({status.Known.ReadablePeople} with a résumé that was read), {status.Known.Opportunities} opportunities, {status.Known.OpenPostings} open postings"
        );
        Add(grid, "Waiting", Waiting(status.Backlog));
        Add(grid, "Effects", Effects(status));
        Add(grid, "Lever calls", $"{status.Calls} since the silo took the account up");
        console.Write(grid);
        FindingsScreen.Show(status.Findings, console);
    }

    private static void Add(Grid grid, string name, string value) => grid.AddRow(new Text(name), new Text(value));

    private static string Connection(ConnectionStatus connection) =>
        connection switch
        {
            ConnectionStatus.Connected => "connected",
            ConnectionStatus.Suspect => "Lever refuses the key; it is asked again now and then",
            ConnectionStatus.Disconnected => "disconnected",
            _ => "never connected",
        };

    private static string Mode(AccountStatus status)
    {
        var mode = status.Mode == AccountMode.Live ? "live" : "shadow (nothing is written to Lever)";
        return status.Pauses.IsDefaultOrEmpty ? mode : $"{mode}, paused: {Pauses.Names(status.Pauses)}";
    }

    private static string Doing(AccountStatus status) =>
        status.QuietUntil is { } until ? $"quiet until {Times.Show(until)}"
        : status.IsScanning ? "scanning"
        : status is { IsIdle: true, Mode: AccountMode.Live } && Pauses.CoverAll(status.Pauses)
            ? $"paused: what is decided is written after 'ciivsoft resume {status.Account}'"
        : status.IsIdle ? "nothing to do"
        : !status.Sync.IsComplete ? $"first synchronisation, {status.Sync.Listed} opportunities listed"
        : "working";

    private static string Scans(AccountStatus status)
    {
        var last = status.LastScan is { } scan
            ? $"last {Times.Show(scan.FinishedAt)} ({scan.Changed} changed, {scan.Calls} calls)"
            : "none yet";
        var next = status.NextScanAt is { } at ? $", next {Times.Show(at)}" : "";
        return $"every {Times.Show(status.Settings.ScanEvery)}; {last}{next}";
    }

    private static string Waiting(Backlog backlog) =>
        $"{backlog.NewApplications} new applications, {backlog.NewPostings} postings, {backlog.People} people, {backlog.Postponed} put off (a résumé that comes late, a failure to try again)";

    private static string Effects(AccountStatus status) =>
        status.Effects.IsEmpty ? "none" : string.Join(", ", status.Effects.Select(e => $"{e.Value} {e.Key}"));
}
