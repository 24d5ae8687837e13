using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Simulation.Storage;

/// <summary>What a step is about, for the trace.</summary>
internal static class StepDetails
{
    public static string Of(object? value) =>
        value switch
        {
            IReadOnlyList<EffectSettlement> settled => Join(
                settled.Select(s => $"{s.EffectId[..6]} {s.State} {s.Reason}")
            ),
            IReadOnlyList<EffectRow> effects => Join(effects.Select(Effect)),
            DecisionCommit commit => Join(
                commit.Decisions.Select(d =>
                    $"{d.Decision.Solution} {d.Decision.Subject} {d.Decision.Verdict} {Join(d.Effects.Select(Effect))}"
                )
            ),
            ScanSave save => Join(
                save.Opportunities.Select(o => o.OpportunityId)
                    .Concat(save.Postings.Select(p => $"{p.PostingId} {p.State}"))
                    .Concat(save.Work.Select(w => $"work {w.Id}"))
            ),
            WorkItem item => $" {item.Id}",
            int number => $" {number}",
            _ => "",
        };

    private static string Effect(EffectRow effect) =>
        $"{effect.EffectId[..6]} {effect.Kind} {effect.Subject} {effect.Target} {effect.State}";

    private static string Join(IEnumerable<string> parts)
    {
        var text = string.Join(", ", parts);
        return text.Length == 0 ? "" : $" [{text}]";
    }
}
