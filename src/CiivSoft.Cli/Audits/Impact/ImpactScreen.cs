using System.Globalization;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Audits.Impact;

/// <summary>The report as tables for people.</summary>
internal static class ImpactScreen
{
    private const double FourFifths = 0.8;

    public static void Show(IAnsiConsole console, ImpactReport report)
    {
        console.WriteLine(
            $"Impact ratios over {Counted.Of(report.Assessed, "decision")}, by what people declared themselves (layout of New York City Local Law 144)."
        );
        if (report.NotFound > 0)
        {
            console.WriteLine(
                $"{Counted.Of(report.NotFound, "row")} of the file without a decision that has a score: left out."
            );
        }

        if (report.NotDeclared > 0)
        {
            console.WriteLine($"{Counted.Of(report.NotDeclared, "decision")} not in the file: counted as unknown.");
        }

        if (report.Median is { } median)
        {
            console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Scoring rate: the share with a score above the median of {median:F3}."
                )
            );
        }

        foreach (var table in report.Tables)
        {
            ShowTable(console, table);
        }
    }

    private static void ShowTable(IAnsiConsole console, ImpactTable table)
    {
        console.WriteLine();
        console.WriteLine($"{table.Characteristic}, {table.Measure}");
        var shown = new Table { Border = TableBorder.Simple };
        shown.AddColumns(
            "category",
            "applicants",
            table.Measure == "selection rate" ? "selected" : "above median",
            table.Measure,
            "impact ratio",
            ""
        );
        foreach (var row in table.Rows)
        {
            shown.AddRow(
                new Text(row.Category),
                new Text(row.Applicants.ToString(CultureInfo.InvariantCulture)),
                new Text(row.Chosen.ToString(CultureInfo.InvariantCulture)),
                new Text(row.Rate.ToString("P1", CultureInfo.InvariantCulture)),
                new Text(row.ImpactRatio?.ToString("F3", CultureInfo.InvariantCulture) ?? "–"),
                new Text(Remark(row))
            );
        }

        console.Write(shown);
        console.WriteLine(
            $"Unknown: {Counted.Of(table.Unknown, "assessed person", "assessed people")}, in no category above."
        );
    }

    private static string Remark(ImpactRow row) =>
        row switch
        {
            { IsExcluded: true } => "less than 2 % of the data: left out of the ratios",
            { ImpactRatio: < FourFifths } => "below four fifths",
            _ => "",
        };
}
