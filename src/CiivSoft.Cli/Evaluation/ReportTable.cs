using System.Globalization;
using System.Text;

namespace CiivSoft.Cli.Evaluation;

/// <summary>The report as Markdown tables, one for each set.</summary>
internal static class ReportTable
{
    public static IReadOnlyList<string> Columns { get; } = ["P@7", "AUC", "MAP", "F1", "acc@1", "decision", "ECE"];

    public static string Of(IReadOnlyList<ReportRow> rows)
    {
        var table = new StringBuilder();
        foreach (var set in rows.GroupBy(row => row.Set))
        {
            table.Append(CultureInfo.InvariantCulture, $"## {set.Key}\n\n| method | {string.Join(" | ", Columns)} |\n");
            table.Append("| --- ").Insert(table.Length, "| --- ", Columns.Count).Append("|\n");
            foreach (var row in set)
            {
                table.Append(
                    CultureInfo.InvariantCulture,
                    $"| {row.Method} | {string.Join(" | ", row.Figures.Select(Cell))} |\n"
                );
            }

            table.Append('\n');
        }

        return table
            .Append(
                "F1 and decision: at the product's cuts; for TF-IDF and BM25 at the cut that is best on this very set.\n"
            )
            .ToString();
    }

    private static string Cell(MetricEstimate figure)
    {
        var value = figure.Value?.ToString("F3", CultureInfo.InvariantCulture) ?? "–";
        return figure is { Low: { } low, High: { } high }
            ? string.Create(CultureInfo.InvariantCulture, $"{value} [{low:F3}, {high:F3}]")
            : value;
    }
}
