using System.Globalization;
using CiivSoft.Abstractions.Accounts;
using Spectre.Console;

namespace CiivSoft.Cli.Accounts;

/// <summary>The rights of a key, one a line.</summary>
internal static class RightsTable
{
    public static void Show(IReadOnlyCollection<RightCheck> rights, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Right of the key", "State", "Needed by");
        foreach (var right in rights)
        {
            table.AddRow(
                new Text(right.Name),
                Markup.FromInterpolated(CultureInfo.InvariantCulture, State(right)),
                new Text(right.NeededBy)
            );
        }

        console.Write(table);
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
