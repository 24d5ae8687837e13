using System.Globalization;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Explanations;

/// <summary>An explanation as text.</summary>
internal sealed class ExplainScreen(IAnsiConsole console, IReadOnlyDictionary<string, string> titles)
{
    public void Show(OpportunityExplanation explanation)
    {
        var opportunity = explanation.Opportunity;
        console.WriteLine(
            $"Opportunity {opportunity.OpportunityId} of contact {opportunity.ContactId}{Posting(opportunity)}"
        );
        if (explanation.Decisions.Count == 0)
        {
            console.WriteLine(
                "Nothing was decided about it: FiiLTER looks at active applications in New Applicant of open postings."
            );
        }

        foreach (var decision in explanation.Decisions)
        {
            ShowDecision(decision);
        }

        ShowTimes(explanation);
    }

    private string Posting(ExplainedOpportunity opportunity)
    {
        var posting = opportunity.PostingId is { } id ? $", {Title(id)}" : ", without posting";
        var lead = opportunity.LeadOf is { } solution ? $", lead by {Wording.Name(solution)}" : "";
        return $"{posting}{lead}{(opportunity.IsArchived ? ", archived" : "")}";
    }

    private void ShowDecision(ExplainedDecision decision)
    {
        console.WriteLine();
        var about = decision.PostingId is { } posting ? $" for {Title(posting)}" : "";
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{Wording.Name(decision.Solution)}{about}[/]: {Wording.Outcome(decision)}{(decision.IsShadow ? " (shadow: nothing was written)" : "")}"
        );
        if (decision is { Score: { } score, Cut: { } cut })
        {
            var side = score >= cut ? "at or above" : "below";
            console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Score {score:F3}, {side} the bar of {cut:F3} (model {decision.ModelVersion}, {decision.PolicyVersion})"
                )
            );
        }

        if (decision.Evidence?.Reason is { } reason)
        {
            console.WriteLine($"Reason: {reason}");
        }

        ShowEvidence(decision);
        ReasonScreen.Show(console, decision);
        ShowEffects(decision);
    }

    private void ShowEvidence(ExplainedDecision decision)
    {
        if (decision.Evidence?.Findings is not { Count: > 0 } findings)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Requirement", "Asked", "Judged", "What the résumé says");
        foreach (var finding in findings.OrderBy(f => f.Requirement.Importance).ThenByDescending(f => f.Judgement))
        {
            table.AddRow(
                new Text(finding.Requirement.Text),
                new Text(Wording.Asked(finding.Requirement.Importance)),
                new Text(Wording.Judged(finding.Judgement)),
                new Text(finding.Quote is { } quote ? $"“{quote.Text}” (at {quote.Start})" : "")
            );
        }

        console.Write(table);
    }

    private void ShowEffects(ExplainedDecision decision)
    {
        foreach (var effect in decision.Effects)
        {
            var reason = effect.Reason is { } why ? $" ({why})" : "";
            console.WriteLine(
                $"{effect.Kind}: {Wording.Words(effect.State)}{reason}{(effect.ResultId is { } id ? $", Lever's id {id}" : "")}"
            );
            // A lead carries a note too, for the case that the key may not make leads; only real notes are shown.
            if (effect is { Kind: "Note", Note: { } note })
            {
                foreach (var line in note.Split('\n'))
                {
                    console.WriteLine($"    {line}");
                }
            }
        }
    }

    private void ShowTimes(OpportunityExplanation explanation)
    {
        console.WriteLine();
        console.WriteLine("Time line");
        var times = explanation
            .Decisions.SelectMany(TimesOf)
            .Prepend((explanation.Opportunity.CreatedAt, "the opportunity was made in Lever"))
            .OrderBy(line => line.Item1);
        foreach (var (at, what) in times)
        {
            console.WriteLine($"  {Times.Show(at)}  {what}");
        }
    }

    private static IEnumerable<(DateTimeOffset At, string What)> TimesOf(ExplainedDecision decision)
    {
        yield return (decision.DecidedAt, $"{Wording.Name(decision.Solution)} decided: {decision.Verdict}");
        foreach (var effect in decision.Effects)
        {
            if (effect.SettledAt is { } settled)
            {
                yield return (
                    settled,
                    $"{Wording.Name(decision.Solution)} {Wording.Words(effect.Kind)} {Wording.Words(effect.State)}"
                );
            }
        }
    }

    private string Title(string posting) => titles.GetValueOrDefault(posting, posting);
}
