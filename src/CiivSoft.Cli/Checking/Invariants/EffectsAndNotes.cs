using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>
/// I5: nothing is sent that was not intended before; every done move and lead is in Lever and has its note; every note with
/// a Ref belongs to a recorded decision; and at rest nothing is unsettled. What was deleted or anonymised in Lever excepted.
/// </summary>
internal static class EffectsAndNotes
{
    public const string Id = "I5";

    // So long after it was due an effect is stuck, whether or not the run is over.
    private const long OverdueMs = 15 * 60 * 1000;

    public static IEnumerable<Breach> Check(Recording recording)
    {
        var lever = new LeverIndex(recording);
        return
        [
            .. SentWrites.Check(recording),
            .. recording.Tables.Effects.SelectMany(e => CheckRow(e, recording, lever)),
            .. Unrecorded(recording),
        ];
    }

    private static IEnumerable<Breach> CheckRow(EffectRow effect, Recording recording, LeverIndex lever)
    {
        if (!lever.Decisions.Contains(effect.DecisionId))
        {
            yield return About(effect, "no-decision", "An effect belongs to no recorded decision.");
        }

        if (IsUnsettled(effect, recording))
        {
            yield return About(
                effect,
                "unsettled",
                $"An effect of kind {effect.Kind} is {effect.State}: {effect.Reason}"
            );
        }

        // What was settled after the world was read may be missing from it.
        if (effect.State != EffectState.Done || effect.SettledAt?.ToUnixTimeMilliseconds() > recording.World.Now)
        {
            yield break;
        }

        if (lever.Missing(effect) is { } missing)
        {
            yield return About(effect, "not-in-lever", missing);
        }

        if (effect.Kind is not (EffectKind.Note or EffectKind.Tag) && !HasNote(effect, recording, lever))
        {
            yield return About(effect, "no-note", $"A done {effect.Kind} has no note.");
        }
    }

    private static bool HasNote(EffectRow effect, Recording recording, LeverIndex lever)
    {
        var notes = lever.Children(effect.EffectId).Where(e => e.Kind == EffectKind.Note).ToList();
        return notes.Exists(n => n.State == EffectState.Done)
            || lever.IsBeyondReach(effect.Kind == EffectKind.Lead ? effect.ResultId : effect.Subject)
            || (!recording.MustBeAtRest && notes.Exists(n => IsOpen(n.State)))
            || notes.Exists(n => n.State == EffectState.Blocked);
    }

    private static bool IsUnsettled(EffectRow effect, Recording recording)
    {
        var facts = recording.Tables.Facts;
        var mayWrite =
            facts is { Mode: AccountMode.Live, Connection: ConnectionStatus.Connected }
            && !facts.Pauses.Any(p => p.Covers(effect.Solution, effect.PostingId));
        var due = (effect.NotBefore ?? effect.PlannedAt).ToUnixTimeMilliseconds();
        return IsOpen(effect.State) && mayWrite && (recording.MustBeAtRest || due + OverdueMs < recording.World.Now);
    }

    private static bool IsOpen(EffectState state) =>
        state is EffectState.Planned or EffectState.Sending or EffectState.Unknown;

    // What carries our mark in Lever and is in no row, or in one that does not know of it.
    private static IEnumerable<Breach> Unrecorded(Recording recording)
    {
        var refs = recording.Tables.Effects.Where(e => e.Ref is not null).ToLookup(e => e.Ref!, StringComparer.Ordinal);
        var leads = recording.Tables.Effects.Where(e => e.Kind == EffectKind.Lead).ToLookup(e => (e.Subject, e.Target));
        foreach (var opportunity in recording.World.Opportunities)
        {
            foreach (var note in opportunity.Notes.Where(n => n.Ref is not null && !IsTold(recording, refs[n.Ref!])))
            {
                yield return new Breach(
                    Id,
                    "unrecorded-note",
                    refs[note.Ref!].Any()
                        ? "A note with a Ref is in Lever and its effect came to another end."
                        : "A note with a Ref belongs to no recorded decision.",
                    note.Ref,
                    note.Id,
                    opportunity.Id
                );
            }

            if (
                opportunity is { OurSource: not null, Posting: { } posting }
                && leads[(opportunity.Contact, posting)] is var rows
                && !IsTold(recording, rows)
            )
            {
                yield return new Breach(
                    Id,
                    "unrecorded-lead",
                    rows.Any()
                        ? "A lead of ours is in Lever and its effect came to another end."
                        : "A lead with our source belongs to no recorded decision.",
                    opportunity.Id,
                    opportunity.Contact,
                    posting
                );
            }
        }
    }

    private static bool IsTold(Recording recording, IEnumerable<EffectRow> rows) =>
        rows.Any(e => e.State == EffectState.Done || (!recording.MustBeAtRest && IsOpen(e.State)));

    private static Breach About(EffectRow effect, string code, string message) =>
        new(Id, code, message, effect.EffectId, effect.DecisionId, effect.OpportunityId, effect.ResultId, effect.Ref);
}
