using System.Diagnostics;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Telemetry;

/// <summary>
/// Spans of what our grains do by themselves. What is queued or owed carries the trace it came from in its row, so that one
/// trace leads from a scan to the note, through grains, silos and restarts (docs/decisions/telemetry.md).
/// </summary>
internal static class GrainTraces
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "CiivSoft";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A scan, or a window of the first synchronisation: the beginning of a trace.</summary>
    public static Activity? BeginRoot(string name, AccountKey account)
    {
        Activity.Current = null; // What the timer or the caller happens to be in is not what this belongs to.
        return Source.StartActivity(name)?.SetTag("ciivsoft.account", account.Name);
    }

    /// <summary>
    /// Work in hand, in the trace that queued it. Somebody of the backlog has a trace of their own, linked to the window that
    /// listed them: a trace of thousands of people could be looked at by nobody.
    /// </summary>
    public static Activity? Begin(WorkItem item, AccountKey account)
    {
        Activity.Current = null;
        var from = Parse(item.Trace);
        var span =
            item.Priority == WorkPriority.Backfill && from != default
                ? Source.StartActivity("work", ActivityKind.Consumer, parentContext: default, links: [new(from)])
                : Source.StartActivity("work", ActivityKind.Consumer, from);
        return span
            ?.SetTag("ciivsoft.account", account.Name)
            .SetTag("ciivsoft.work.kind", item.Kind.ToString())
            .SetTag("ciivsoft.work.attempt", item.Attempts);
    }

    /// <summary>Deciding, within the grain's call.</summary>
    public static Activity? BeginDecide() => Source.StartActivity("decide");

    /// <summary>An effect in hand, in the trace of its decision.</summary>
    public static Activity? Begin(EffectRow effect, AccountKey account)
    {
        Activity.Current = null;
        return Source
            .StartActivity(NameOf(effect.Kind), ActivityKind.Consumer, Parse(effect.Trace))
            ?.SetTag("ciivsoft.account", account.Name)
            .SetTag("ciivsoft.solution", effect.Solution.ToString())
            .SetTag("ciivsoft.effect.attempt", effect.Attempts)
            .SetTag("ciivsoft.effect.read_back", effect.State == EffectState.Unknown);
    }

    /// <summary>What became of an effect.</summary>
    public static void End(this Activity? span, EffectSettlement settlement) =>
        span?.SetTag("ciivsoft.effect.state", settlement.State.ToString());

    private static string NameOf(EffectKind kind) =>
        kind switch
        {
            EffectKind.Move => "move",
            EffectKind.Restore => "restore",
            EffectKind.Withdraw => "withdraw",
            EffectKind.Lead => "lead",
            EffectKind.Note => "note",
            _ => "tag",
        };

    private static ActivityContext Parse(string? trace) =>
        ActivityContext.TryParse(trace, traceState: null, isRemote: true, out var context) ? context : default;
}
