using System.Globalization;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Requirements;

/// <summary>Requirements of a posting for people.</summary>
internal static class RequirementScreen
{
    public static void Show(RequirementSheet sheet, Terminal terminal)
    {
        var console = terminal.Out;
        console.WriteLine($"{sheet.Title} ({sheet.PostingId}), {Origin(sheet)}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "", "weight", "requirement", "kind");
        foreach (var (number, line) in sheet.Lines.Select((line, i) => (i + 1, line)))
        {
            table.AddRow(
                new Text(number.ToString(CultureInfo.InvariantCulture)),
                new Text(line.IsMust ? "must" : "nice"),
                new Text(line.Weight.ToString("0.00", CultureInfo.InvariantCulture)),
                new Text(line.Text),
                new Text(line.Bars ? $"{line.Kind}, bars" : line.Kind)
            );
        }

        console.Write(table);
        foreach (var refused in sheet.Refused)
        {
            console.WriteLine(
                $"Not judged: \"{refused.Wording}\" stands for {refused.Attribute}. {refused.Alternative}"
            );
        }

        if (sheet.StaleDecisions > 0)
        {
            console.WriteLine(
                $"{sheet.StaleDecisions} decisions were made by another version of this list; they stay as they are."
            );
        }
    }

    private static string Origin(RequirementSheet sheet)
    {
        var edit = sheet.History.IsDefaultOrEmpty ? null : sheet.History[0];
        var origin = sheet.IsEdited ? "edited" : "as drafted from its text";
        var by = edit is null ? "" : $", version {edit.Version} by {edit.By} at {Times.Show(edit.At)}: {edit.Summary}";
        return origin + by + (sheet.IsOutdated ? " (the posting's text changed since)" : "");
    }
}
