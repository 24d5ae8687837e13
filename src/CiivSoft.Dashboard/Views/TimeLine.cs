using CiivSoft.Storage.Effects;

namespace CiivSoft.Dashboard.Views;

/// <summary>What happened around a decision, from the application to the last note.</summary>
internal static class TimeLine
{
    public static IReadOnlyList<TimeLineEntry> Of(DecisionModel model)
    {
        var entries = new List<TimeLineEntry>
        {
            new(model.Decision.DecidedAt, $"{Words.Name(model.Decision.Solution)} decided"),
        };
        if (model.AppliedAt is { } applied)
        {
            entries.Add(new TimeLineEntry(applied, "Applied, by Lever's clock"));
        }

        if (model is { ResumeReadAt: { } read, IsSameResume: true })
        {
            entries.Add(new TimeLineEntry(read, "Résumé read"));
        }

        foreach (var effect in model.Effects)
        {
            entries.AddRange(Of(effect));
        }

        return [.. entries.OrderBy(e => e.At)];
    }

    private static IEnumerable<TimeLineEntry> Of(EffectView effect)
    {
        var what = Words.Effect(effect.Kind, effect.Target);
        if (effect is { SentAt: { } sent, State: EffectState.Done or EffectState.Unknown or EffectState.Failed })
        {
            yield return new TimeLineEntry(sent, $"Sent to Lever: {what}");
        }

        if (effect.SettledAt is { } settled)
        {
            var end = effect.State == EffectState.Done ? "Lever has it" : Words.State(effect.State);
            yield return new TimeLineEntry(settled, $"{end}: {what}");
        }
    }
}
