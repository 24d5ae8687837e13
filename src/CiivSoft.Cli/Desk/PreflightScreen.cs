using System.Globalization;
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
            ShowRights(preflight, console);
        }

        foreach (var advice in preflight.Advice)
        {
            console.WriteLine($"- {advice.Message}");
            console.WriteLine($"  {advice.Remedy}");
        }
    }

    private static void ShowRights(Preflight preflight, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Right of the key", "State", "Needed by");
        foreach (var right in preflight.Rights)
        {
            table.AddRow(
                new Text(right.Name),
                Markup.FromInterpolated(CultureInfo.InvariantCulture, State(right)),
                new Text(right.NeededBy)
            );
        }

        console.Write(table);
        console.WriteLine(
            $"Stage for screened applications: {preflight.ScreenedStageId ?? "missing"}. Service user: {preflight.ServiceUser}, known at the first write. Confidential data: {(preflight.ConfidentialAccess == RightState.Present ? "readable" : "not readable")}."
        );
    }

    private static FormattableString State(RightCheck right) =>
        right switch
        {
            { State: RightState.Present } => $"[green]present[/]",
            { State: RightState.Missing, IsOptional: true } => $"missing (optional)",
            { State: RightState.Missing } => $"[red]missing[/]",
            { IsOptional: true } => $"known at first use (optional)",
            _ => $"known at first use",
        };
}
