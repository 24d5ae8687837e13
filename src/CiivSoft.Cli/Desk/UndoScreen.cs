using System.Globalization;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Desk;

/// <summary>What undo did, would do, left alone, and leaves to people.</summary>
internal static class UndoScreen
{
    public static void Show(UndoReport report, IAnsiConsole console)
    {
        foreach (var group in report.Items.GroupBy(i => i.State).OrderBy(g => g.Key))
        {
            console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{Heading(group.Key, report.IsDryRun)}: {group.Count()}")
            );
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumns("What", "Opportunity", "Posting", "Why");
            foreach (var item in group)
            {
                table.AddRow(
                    new Text($"{Wording.Name(item.Solution)} {Name(item.Action)}"),
                    new Text(item.OpportunityId ?? ""),
                    new Text(item.PostingId ?? ""),
                    new Text(item.Reason ?? "")
                );
            }

            console.Write(table);
            foreach (var remedy in group.Select(i => i.Remedy).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                console.WriteLine($"  {remedy}");
            }
        }

        if (report.IsDryRun)
        {
            console.WriteLine("Nothing was changed: --dry-run.");
        }
    }

    public static void ShowRuns(IReadOnlyList<ListedUndoRun> runs, string account, IAnsiConsole console)
    {
        if (runs.Count == 0)
        {
            console.WriteLine("There was no run that did anything yet.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Run", "When", "Leads");
        foreach (var run in runs)
        {
            table.AddRow(
                new Text(run.Run),
                new Text(Times.Show(run.At)),
                new Text(run.Leads?.ToString(CultureInfo.InvariantCulture) ?? "")
            );
        }

        console.Write(table);
        console.WriteLine($"Next: ciivsoft undo run {runs[0].Run} --account {account} --dry-run");
    }

    private static string Heading(UndoState state, bool isDryRun) =>
        state switch
        {
            UndoState.Possible => isDryRun ? "Would be undone" : "Not asked for",
            UndoState.Planned => "Waits",
            UndoState.Undone => "Undone",
            UndoState.LeftAlone => "Left alone",
            UndoState.ByHand => "To be done by hand",
            UndoState.Unknown => "Not known yet; it is read back",
            _ => "Failed",
        };

    private static string Name(UndoAction action) =>
        action switch
        {
            UndoAction.Move => "move",
            UndoAction.Lead => "lead",
            _ => "recommendation",
        };
}
