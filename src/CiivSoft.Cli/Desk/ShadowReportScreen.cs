using System.Globalization;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Cli.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Desk;

/// <summary>The shadow report as text.</summary>
internal sealed class ShadowReportScreen(IAnsiConsole console, ShadowReportDocument document)
{
    private readonly ShadowReport _report = document.Report;

    public void Show()
    {
        if (_report is not { From: { } from, To: { } to })
        {
            console.WriteLine($"Nothing was decided in shadow mode for account '{_report.Account}' yet.");
            FindingsScreen.Show(_report.Limits, console);
            return;
        }

        console.WriteLine(
            $"Account '{_report.Account}', decided in shadow from {Times.Show(from)} to {Times.Show(to)}."
        );
        if (!_report.IsComplete)
        {
            console.WriteLine("The first synchronisation is not complete: the figures grow.");
        }

        ShowFigures();
        ShowRecruiters();
        ShowExamples();
        ShowLapsed();
        FindingsScreen.Show(_report.Limits, console);
        console.WriteLine(
            _report.Mode == AccountMode.Shadow
                ? $"Next: ciivsoft go-live {_report.Account} --apply-shadow writes these {Count(_report.Actions.Length + _report.ActionsLeftOut)}; without --apply-shadow only what is decided from then on."
                : $"The account is live; ciivsoft go-live {_report.Account} --apply-shadow would write these too."
        );
    }

    private void ShowFigures()
    {
        console.WriteLine(
            $"FiiLTER  would advance {Count(_report.Fiilter.WouldAdvance)} of {Count(_report.Fiilter.Decided)} applications ({Count(_report.Fiilter.Matches)} matched when they were decided)"
        );
        console.WriteLine(
            $"ARKiiVE  would propose {Count(_report.Arkiive.WouldPropose)} leads for {Count(_report.Arkiive.Considered)} postings"
        );
        console.WriteLine(
            $"REFiiNE  would propose {Count(_report.Refiine.WouldPropose)} leads for {Count(_report.Refiine.Considered)} applications that did not match"
        );
        if (!_report.NotJudged.IsEmpty)
        {
            console.WriteLine(
                $"Not judged, left to people: {string.Join(", ", _report.NotJudged.Select(n => $"{Count(n.Value)} {n.Key}"))}"
            );
        }
    }

    private void ShowRecruiters()
    {
        if (_report.Recruiters.Sum(r => r.MovedOn + r.Archived + r.Gone) == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle("What recruiters did since") };
        table.AddColumns("FiiLTER said", "moved on", "archived", "of these hired", "still waiting", "gone");
        foreach (var row in _report.Recruiters)
        {
            table.AddRow(
                row.Verdict,
                Count(row.MovedOn),
                Count(row.Archived),
                Count(row.Hired),
                Count(row.Untouched),
                Count(row.Gone)
            );
        }

        console.Write(table);
    }

    private void ShowExamples()
    {
        foreach (var example in _report.Examples)
        {
            var decision = Explained(example);
            var about = example.PostingId is { } posting
                ? $" for {document.Titles.GetValueOrDefault(posting, posting)}"
                : "";
            var score = example is { Score: { } value, Cut: { } cut }
                ? string.Create(CultureInfo.InvariantCulture, $", score {value:F3}, bar {cut:F3}")
                : "";
            console.WriteLine(
                $"{Wording.Name(example.Solution)}{about}: {example.Verdict}{score} ({example.OpportunityId ?? example.ContactId})"
            );
            foreach (var reason in Wording.Reasons(decision))
            {
                console.WriteLine($"    {reason}");
            }
        }
    }

    private void ShowLapsed()
    {
        if (_report.Lapsed.IsEmpty)
        {
            return;
        }

        console.WriteLine($"{Count(_report.Lapsed.Length)} decisions do not hold any more and would not be written:");
        foreach (var group in _report.Lapsed.GroupBy(l => l.Reason, StringComparer.Ordinal))
        {
            console.WriteLine($"    {Count(group.Count())}: {group.Key}");
        }
    }

    private ExplainedDecision Explained(ShadowExample example) =>
        new(
            example.DecisionId,
            example.Solution,
            example.ContactId,
            example.OpportunityId,
            example.PostingId,
            example.Verdict,
            example.Score,
            example.Cut,
            "",
            "",
            IsShadow: true,
            _report.To ?? default,
            document.Evidence.GetValueOrDefault(example.DecisionId),
            []
        );

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);
}
