using System.Globalization;
using Spectre.Console;

namespace CiivSoft.Cli.Doctor;

/// <summary>What the doctor found, for people: what is wrong first.</summary>
internal static class DoctorScreen
{
    public static void Show(DoctorReport report, IAnsiConsole console)
    {
        var complaints = report
            .Checks.OrderByDescending(Rank)
            .SelectMany(r => r.Complaints.OrderByDescending(c => c.Severity).Select(c => (r.Check, Complaint: c)));
        foreach (var same in complaints.GroupBy(c => c.Complaint, c => c.Check))
        {
            Show(string.Join(", ", same), same.Key, console);
        }

        var fine = report.Checks.Where(r => r.Outcome == CheckOutcome.Fine).ToList();
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{fine.Count} checks are fine, {Count(report, CheckOutcome.Warning)} with a warning, {Count(report, CheckOutcome.Problem)} with a problem, {Count(report, CheckOutcome.NotApplicable)} had nothing to look at ({report.Seconds:F1} s)."
            )
        );
    }

    // What several checks complain of in the same words has one cause.
    private static void Show(string checks, Complaint complaint, IAnsiConsole console)
    {
        var (word, colour) = complaint.Severity switch
        {
            Severity.Problem => ("PROBLEM", "red"),
            Severity.Warning => ("warning", "yellow"),
            _ => ("hint", "grey"),
        };
        var account = complaint.Account is { } name ? $" {name}" : "";
        console.MarkupLine($"[{colour}]{word}[/] {Markup.Escape(checks + account)}: {Markup.Escape(complaint.Cause)}");
        console.WriteLine($"  {complaint.Fix}");
    }

    private static int Rank(CheckResult result) =>
        result.Complaints.Count == 0 ? -1 : (int)result.Complaints.Max(c => c.Severity);

    private static int Count(DoctorReport report, CheckOutcome outcome) =>
        report.Checks.Count(r => r.Outcome == outcome);
}
