using CiivSoft.Simulation.Lever;
using CiivSoft.Simulation.Worlds;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Simulation.Judging;

/// <summary>At rest: what was decided asked for its effects, and nothing was given up that could have been done.</summary>
internal static class OutcomeJudge
{
    public static void Judge(SimulatedWorld world, LeverModel model, StoredRows rows)
    {
        var asked = rows.Effects.Select(e => e.DecisionId).ToHashSet(StringComparer.Ordinal);
        foreach (
            var decision in rows.Decisions.Where(d =>
                d.Verdict is "match" or "lead" && IsThere(model, d.ContactId) && !asked.Contains(d.DecisionId)
            )
        )
        {
            world.Violate(
                "I5",
                $"{decision.Solution} {decision.Subject} is a {decision.Verdict} that nothing follows from"
            );
        }

        foreach (var effect in rows.Effects.Where(e => e.State == EffectState.Failed && IsThere(model, e.ContactId)))
        {
            world.Violate("I5", $"{effect.Kind} {effect.Subject} {effect.Target} was given up: {effect.Reason}");
        }
    }

    // Lever refuses for good what concerns somebody who is gone.
    private static bool IsThere(LeverModel model, string contact) =>
        model.Of(contact).Any()
        && !model.Opportunities.Values.Any(o => o.ContactId == contact && (o.IsAnonymized || o.DeletedMs is not null));
}
