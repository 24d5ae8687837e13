using System.Globalization;
using System.Text;

namespace CiivSoft.Cli.Evaluation;

/// <summary>The report as Markdown.</summary>
internal static class ReportTable
{
    public static IReadOnlyList<string> Columns { get; } = ["P@7", "AUC", "MAP", "F1", "acc@1", "decision", "ECE"];

    public static string Of(QualityTables tables)
    {
        var text = new StringBuilder();
        foreach (var set in tables.Methods.GroupBy(row => row.Set))
        {
            AddTable(text, $"## {set.Key}", "method", Columns, set.Select(row => (row.Method, Cells(row))));
        }

        text.Append("F1 and decision: at the product's cuts; for rivals at the cut that is best on this very set.\n\n");
        AddGains(text, tables.Gains);
        AddAblation(text, tables.Ablation);
        AddCalibration(text, tables.Calibration);
        AddConfusions(text, tables.Confusions);
        return text.ToString();
    }

    private static void AddGains(StringBuilder text, List<ReportRow> gains)
    {
        foreach (var set in gains.GroupBy(row => row.Set))
        {
            AddTable(
                text,
                $"## Gain on {set.Key}, paired",
                "ours, cross-fitted",
                Columns.SkipLast(1),
                set.Select(row => (row.Method, Cells(row).SkipLast(1)))
            );
        }
    }

    private static void AddAblation(StringBuilder text, List<ReportRow> ablation)
    {
        foreach (var set in ablation.GroupBy(row => row.Set))
        {
            AddTable(
                text,
                $"## Ablation on {set.Key}, cross-fitted",
                "features",
                Columns,
                set.Select(row => (row.Method, Cells(row)))
            );
        }
    }

    private static void AddCalibration(StringBuilder text, List<CalibrationBin> bins)
    {
        if (bins.Count > 0)
        {
            AddTable(
                text,
                "## Calibration, cross-fitted, ten bins of equal mass",
                "scores from",
                ["pairs", "mean score", "share that fits", ""],
                bins.Select(bin =>
                    (
                        Number(bin.Lowest),
                        (IEnumerable<string>)
                            [
                                bin.Pairs.ToString(CultureInfo.InvariantCulture),
                                Number(bin.Scores / bin.Pairs),
                                Number(bin.Fits / bin.Pairs),
                                new string('█', (int)Math.Round(20 * bin.Fits / bin.Pairs)),
                            ]
                    )
                )
            );
        }
    }

    private static void AddConfusions(StringBuilder text, List<Confusion> confusions)
    {
        foreach (var kind in confusions.GroupBy(confusion => confusion.IsFit))
        {
            AddTable(
                text,
                kind.Key ? "## Scored lowest of those labelled fit" : "## Scored highest of those labelled unfit",
                "posting",
                ["latest role", "score", .. kind.First().Features.Select(f => f.Name), "shown", "not shown"],
                kind.Select(c =>
                    (
                        Plain(c.Posting),
                        (IEnumerable<string>)
                            [
                                Plain(c.LatestRole),
                                Number(c.Score),
                                .. c.Features.Select(feature => Number(feature.Value)),
                                Plain(string.Join("; ", c.Shown)),
                                Plain(string.Join("; ", c.NotShown)),
                            ]
                    )
                )
            );
        }
    }

    private static void AddTable(
        StringBuilder text,
        string heading,
        string first,
        IEnumerable<string> columns,
        IEnumerable<(string Name, IEnumerable<string> Cells)> rows
    )
    {
        var names = columns.ToArray();
        text.Append(CultureInfo.InvariantCulture, $"{heading}\n\n| {first} | {string.Join(" | ", names)} |\n| --- |");
        text.Insert(text.Length, " --- |", names.Length).Append('\n');
        foreach (var (name, cells) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} |\n");
        }

        text.Append('\n');
    }

    private static IEnumerable<string> Cells(ReportRow row) => row.Figures.Select(Cell);

    private static string Cell(MetricEstimate figure)
    {
        var value = figure.Value is { } number ? Number(number) : "–";
        return figure is { Low: { } low, High: { } high } ? $"{value} [{Number(low)}, {Number(high)}]" : value;
    }

    private static string Number(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static string Plain(string text) => text.ReplaceLineEndings(" ").Replace('|', '/');
}
