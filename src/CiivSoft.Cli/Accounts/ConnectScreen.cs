using System.Globalization;
using CiivSoft.Abstractions.Accounts;
using Spectre.Console;

namespace CiivSoft.Cli.Accounts;

/// <summary>What asking Lever showed of a key.</summary>
internal static class ConnectScreen
{
    public static void Show(string account, Preflight preflight, IAnsiConsole console)
    {
        console.WriteLine(
            preflight.Connected
                ? $"Account '{account}' is connected."
                : $"Account '{account}' is not connected. Nothing was changed."
        );
        FindingsScreen.Show(preflight.Findings, console);
        if (preflight.Rights.IsDefaultOrEmpty)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Right of the key", "State", "Needed by");
        foreach (var right in preflight.Rights)
        {
            table.AddRow(
                new Text(right.Name),
                Markup.FromInterpolated(CultureInfo.InvariantCulture, State(right.State)),
                new Text(right.NeededBy)
            );
        }

        console.Write(table);
        if (preflight.Connected)
        {
            console.WriteLine($"Next: ciivsoft status {account} --watch");
        }
    }

    private static FormattableString State(RightState state) =>
        state switch
        {
            RightState.Present => $"[green]present[/]",
            RightState.Missing => $"[red]missing[/]",
            _ => $"known at first use",
        };
}
