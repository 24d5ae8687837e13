using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>Finds out which of the simulator's keys are the account's: the present one, and those it replaced.</summary>
internal static class OurKeys
{
    /// <param name="events">The history.</param>
    /// <param name="tables">Our tables.</param>
    /// <param name="present">The simulator's name of the account's present key; null when it is not known.</param>
    public static IReadOnlySet<string> Find(IReadOnlyList<LeverEvent> events, AccountTables tables, string? present)
    {
        var refs = tables.Effects.Select(e => e.Ref).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var leads = tables.Effects.Where(e => e.Kind == EffectKind.Lead).Select(e => (e.Subject, e.Target)).ToHashSet();
        return events
            .Where(e => e is { IsWrite: true, Key: not null } && IsOurs(e, refs, leads))
            .Select(e => e.Key!)
            .Concat(present is null ? [] : [present])
            .ToHashSet(StringComparer.Ordinal);
    }

    // A note with a Ref that we planned, or a lead with our source that we planned.
    private static bool IsOurs(LeverEvent request, HashSet<string> refs, HashSet<(string, string)> leads) =>
        (Marks.FindRef(request.BodyText("value")) is { } found && refs.Contains(found))
        || (
            request.BodyTexts("sources").Any(Marks.IsOurSource)
            && leads.Contains((request.BodyText("contact") ?? "", request.BodyPosting ?? ""))
        );
}
