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

        RightsTable.Show(preflight.Rights, console);
        if (preflight.Connected)
        {
            console.WriteLine($"Next: ciivsoft status {account} --watch");
        }
    }
}
