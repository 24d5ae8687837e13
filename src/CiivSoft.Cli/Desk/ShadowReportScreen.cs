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
        ShowNext();
    }

    private void ShowNext()
    {
        var actions = _report.Actions.Length + _report.ActionsLeftOut;
        var isShadow = _report.Mode == AccountMode.Shadow;
        if (actions > 0)
        {
            console.WriteLine(
                isShadow
                    ? $"Next: 'ciivsoft go-live {_report.Account} --apply-shadow' writes {Counted.Of(actions, "move or lead", "moves and leads")} of this report; without --apply-shadow, only what is decided from then on is written."
                    : $"The account is live; 'ciivsoft go-live {_report.Account} --apply-shadow' would write {Counted.Of(actions, "move or lead", "moves and leads")} of this report too."
            );
        }
        else if (isShadow)
        {
            console.WriteLine($"Nothing of this would be written now. Next: ciivsoft go-live {_report.Account}");
        }
        else
        {
            console.WriteLine(
                $"The account is live and nothing of this report is left to write. What was written: ciivsoft status {_report.Account}"
            );
        }
    }

    private void ShowFigures()
    {
        console.WriteLine(
            $"FiiLTER would advance {Counted.Number(_report.Fiilter.WouldAdvance)} of {Counted.Of(_report.Fiilter.Decided, "application")} ({Counted.Number(_report.Fiilter.Matches)} matched when decided)."
        );
        console.WriteLine(
            $"ARKiiVE would propose {Counted.Of(_report.Arkiive.WouldPropose, "lead")}; it searched people for {Counted.Of(_report.Arkiive.Considered, "posting")}."
        );
        console.WriteLine(
            $"REFiiNE would propose {Counted.Of(_report.Refiine.WouldPropose, "lead")}; it looked at {Counted.Of(_report.Refiine.Considered, "application")} that did not match."
        );
        if (!_report.NotJudged.IsEmpty)
        {
            console.WriteLine(
                $"Not judged, left to people: {string.Join(", ", _report.NotJudged.Select(n => $"{Counted.Number(n.Value)} ({Wording.Verdict(n.Key)})"))}."
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
                Wording.Verdict(row.Verdict),
                Counted.Number(row.MovedOn),
                Counted.Number(row.Archived),
                Counted.Number(row.Hired),
                Counted.Number(row.Untouched),
                Counted.Number(row.Gone)
            );
        }

        console.Write(table);
    }

    private void ShowExamples()
    {
        if (!_report.Examples.IsEmpty)
        {
            console.WriteLine("Decisions worth reading, the clearest matches and the nearest below the bar:");
        }

        foreach (var example in _report.Examples)
        {
            var decision = Explained(example);
            var about = example.PostingId is { } posting
                ? $" for {document.Titles.GetValueOrDefault(posting, posting)}"
                : "";
            var score = example is { Score: { } value, Cut: { } cut }
                ? string.Create(CultureInfo.InvariantCulture, $", score {value:F3}, bar {cut:F3}")
                : "";
            var who = example.OpportunityId is { } opportunity
                ? $"opportunity {opportunity}"
                : $"contact {example.ContactId}";
            console.WriteLine(
                $"  {Wording.Name(example.Solution)}{about}: {Wording.Verdict(example.Verdict)}{score} ({who})"
            );
            foreach (var reason in Wording.Reasons(decision))
            {
                console.WriteLine($"      {reason}");
            }
        }
    }

    private void ShowLapsed()
    {
        if (_report.Lapsed.IsEmpty)
        {
            return;
        }

        console.WriteLine(
            $"{Counted.Of(_report.Lapsed.Length, "decision does", "decisions do")} not hold any more and would not be written:"
        );
        foreach (var group in _report.Lapsed.GroupBy(l => l.Reason, StringComparer.Ordinal))
        {
            console.WriteLine($"    {Counted.Number(group.Count())}: {group.Key}");
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
}
