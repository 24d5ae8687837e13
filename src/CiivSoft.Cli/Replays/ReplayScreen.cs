using System.Globalization;
using CiivSoft.Abstractions.Replays;
using Spectre.Console;

namespace CiivSoft.Cli.Replays;

/// <summary>A replay for people.</summary>
internal static class ReplayScreen
{
    public static void Show(ReplayReport report, IAnsiConsole console)
    {
        var outcomes = report.Applications;
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{outcomes.Values.Sum()} applications: {outcomes.GetValueOrDefault(RecruiterOutcome.Advanced)} advanced by recruiters, "
                    + $"{outcomes.GetValueOrDefault(RecruiterOutcome.NotAdvanced)} archived from where they arrived, "
                    + $"{outcomes.GetValueOrDefault(RecruiterOutcome.Undecided)} still there."
            )
        );
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Compared: {report.Compared} ({report.Advanced} advanced).{(report.WithoutScore.Count == 0 ? "" : " Left out:")}"
            )
        );
        foreach (var (gap, count) in report.WithoutScore)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count} {Why(gap)}"));
        }

        if (report.PostingsEdited > 0)
        {
            console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.PostingsEdited} of those compared are judged by today's text of their posting: it was changed after they applied."
                )
            );
        }

        if (!report.IsEnough)
        {
            console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The history is too small for figures: at least {ReplayFigures.FewestOfEach} that were advanced and "
                        + $"{ReplayFigures.FewestOfEach} that were not are needed, here are {report.Advanced} and "
                        + $"{report.Compared - report.Advanced}. Come back when recruiters have decided more."
                )
            );
            return;
        }

        ShowFigures(report, console);
    }

    private static void ShowFigures(ReplayReport report, IAnsiConsole console)
    {
        if (report is not { Present: { } present, Proposed: { } proposed, Intervals: { } intervals, Auc: { } auc })
        {
            return;
        }

        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"AUC {auc:F3} [{intervals.Auc.Low:F3}, {intervals.Auc.High:F3}]: 1 is full agreement, 0.5 is chance."
            )
        );
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("FiiLTER's bar", "passes", "of those who pass, advanced", "of those advanced, passes");
        AddRow(table, "in force", present);
        AddRow(table, string.Create(CultureInfo.InvariantCulture, $"for recall {report.Recall:0.##}"), proposed);
        console.Write(table);
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"95 % intervals of the proposal: bar {intervals.Bar.Low:F3} to {intervals.Bar.High:F3}, passes "
                    + $"{intervals.Passing.Low:P0} to {intervals.Passing.High:P0}, of those who pass, advanced {intervals.Precision.Low:P0} to "
                    + $"{intervals.Precision.High:P0}."
            )
        );
        if (report.ApplicationsAWeek is { } aWeek)
        {
            console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At {aWeek:F1} applications a week about {aWeek * proposed.Passing:F1} a week would pass, "
                        + $"{aWeek * present.Passing:F1} pass now."
                )
            );
        }

        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Nothing was changed. Model {report.ModelVersion}, {report.PolicyVersion}."
            )
        );
    }

    private static void AddRow(Table table, string name, Agreement at) =>
        table.AddRow(
            string.Create(CultureInfo.InvariantCulture, $"{at.Bar:F3} {name}"),
            string.Create(CultureInfo.InvariantCulture, $"{at.Passing:P0}"),
            at.Precision is { } precision ? string.Create(CultureInfo.InvariantCulture, $"{precision:P0}") : "–",
            string.Create(CultureInfo.InvariantCulture, $"{at.Recall:P0}")
        );

    private static string Why(ReplayGap gap) =>
        gap switch
        {
            ReplayGap.NoResume => "without a résumé that could be read",
            ReplayGap.ResumeIsNewer => "whose stored résumé came later: it was not known then",
            ReplayGap.NoPosting => "whose posting is not known any more",
            _ => "that cannot be judged, for language or length",
        };
}
