using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Accounts;
using Spectre.Console;

namespace CiivSoft.Cli.Desk;

/// <summary>What a key may do, as text.</summary>
internal static class PreflightScreen
{
    public static void Show(string account, Preflight preflight, IAnsiConsole console)
    {
        console.WriteLine(
            !preflight.Connected ? $"Account '{account}': the product cannot work with this key."
            : preflight.Findings.IsDefaultOrEmpty ? $"Account '{account}': nothing that can be asked for is missing."
            : $"Account '{account}': the product works in part."
        );
        FindingsScreen.Show(preflight.Findings, console);
        if (!preflight.Rights.IsDefaultOrEmpty)
        {
            RightsTable.Show(preflight.Rights, console);
            console.WriteLine($"Stage for screened applications: {Stage(preflight)}.");
            console.WriteLine($"Service user: {preflight.ServiceUser}.");
            console.WriteLine($"Confidential data: {Confidential(preflight)}.");
        }

        foreach (var advice in preflight.Advice)
        {
            console.WriteLine($"- {advice.Message}");
            console.WriteLine($"  {advice.Remedy}");
        }
    }

    private static string Stage(Preflight preflight) =>
        preflight.ScreenedStageId is { } id ? $"found ({id})" : "missing";

    private static string Confidential(Preflight preflight) =>
        preflight.ConfidentialAccess switch
        {
            RightState.Present => "readable",
            RightState.Missing => "not readable",
            _ => "not known yet",
        };
}
