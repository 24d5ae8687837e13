using System.Globalization;
using Spectre.Console;

namespace CiivSoft.Cli.Audits.Reporting;

/// <summary>A report as tables for people.</summary>
internal static class AuditScreen
{
    public static void Show(IAnsiConsole console, AuditReport report)
    {
        console.WriteLine($"Audit of {report.Audit} on {report.Material}");
        console.WriteLine($"Model {report.Model}");
        foreach (var table in report.Tables)
        {
            console.WriteLine();
            console.WriteLine(table.Heading);
            console.Write(TableOf(table));
        }

        foreach (var example in report.Examples)
        {
            console.WriteLine(example);
        }

        console.WriteLine(
            report.IsPassed
                ? "Every must is met."
                : $"Not met: {string.Join("; ", report.Broken.Select(line => $"{line.What}, {line.Measure}"))}."
        );
    }

    private static Table TableOf(AuditTable table)
    {
        var shown = new Table { Border = TableBorder.Simple };
        shown.AddColumns("", "figure", "of", "value", "95 % interval", "bar", "");
        foreach (var line in table.Lines)
        {
            shown.AddRow(
                new Text(line.What),
                new Text(line.Measure),
                new Text(line.Count.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(Figures.Write(line.Value, line.Unit)),
                new Text(Figures.WriteInterval(line)),
                new Text(line.Bar),
                new Text(Verdict(line))
            );
        }

        return shown;
    }

    private static string Verdict(AuditLine line) =>
        line switch
        {
            { Level: AuditLevel.None } => "",
            { IsMet: true } => line.Level == AuditLevel.Must ? "must met" : "star met",
            _ => line.Level == AuditLevel.Must ? "MUST NOT MET" : "star not met",
        };
}
