using System.Globalization;
using CiivSoft.Cli.Checking.Costs;
using Spectre.Console;

namespace CiivSoft.Cli.Checking;

/// <summary>Prints reports for people.</summary>
internal static class CheckOutput
{
    private const int FindingsShown = 50;

    private static readonly (string Id, string Text)[] Invariants =
    [
        ("I1", "every application is decided exactly once"),
        ("I2", "no second lead, no second note, at most N leads"),
        ("I3", "no archive, reject or delete call"),
        ("I4", "people are never overridden"),
        ("I5", "every effect has its note, every note its decision"),
        ("I6", "the permitted rate is kept"),
        ("I7", "no id of another account"),
        ("I8", "no key and no résumé in logs"),
    ];

    public static void WriteText(IAnsiConsole console, CheckReport report, bool searchedLogs)
    {
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Account {report.Account}: {report.Counts.Calls} calls ({report.Counts.Writes} writes, {report.Counts.Faults} with a fault), {report.Counts.Decisions} decisions, {report.Counts.Effects.Values.Sum()} effects"
            )
        );
        console.Write(InvariantTable(report, searchedLogs));
        console.Write(CostTableOf(report));
        foreach (var finding in report.Findings.Take(FindingsShown))
        {
            console.WriteLine(Line(finding));
        }

        if (report.Findings.Count > FindingsShown)
        {
            console.WriteLine($"… and {report.Findings.Count - FindingsShown} more; --json shows all.");
        }

        console.WriteLine(report.Holds ? "All invariants hold." : $"{report.Findings.Count} findings.");
    }

    private static Table InvariantTable(CheckReport report, bool searchedLogs)
    {
        var table = new Table().AddColumns("Invariant", "", "Findings");
        foreach (var (id, text) in Invariants)
        {
            var count = report.Findings.Count(f => f.Invariant == id);
            var result =
                count > 0 ? count.ToString(CultureInfo.InvariantCulture)
                : id == "I8" && !searchedLogs ? "0 (data folder; logs not given)"
                : "0";
            table.AddRow(id, Markup.Escape(text), result);
        }

        return table;
    }

    private static Table CostTableOf(CheckReport report)
    {
        var table = new Table().AddColumns("Calls to Lever", "Events", "Median", "Mean", "Worst", "Must", "");
        foreach (var row in report.Costs)
        {
            table.AddRow(
                Markup.Escape(row.Event),
                row.Events.ToString(CultureInfo.InvariantCulture),
                Number(row.Median),
                Number(row.Mean),
                Number(row.Worst),
                Number(row.Must),
                Judgement(row, report.AreCostsJudged)
            );
        }

        return table;
    }

    private static string Judgement(CostRow row, bool isJudged) =>
        row.Events == 0 ? "none"
        : !isJudged ? "not judged: faults were played"
        : row.IsOver ? "over"
        : "ok";

    private static string Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "-";

    private static string Line(Breach finding)
    {
        var ids = finding.Ids.Count == 0 ? "" : " [" + string.Join(' ', finding.Ids) + "]";
        var at = finding.Sequences.Count == 0 ? "" : " at " + string.Join(", ", finding.Sequences.Select(s => $"#{s}"));
        return $"{finding.Invariant} {finding.Code}: {finding.Message}{ids}{at}";
    }
}
