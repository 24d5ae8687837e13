using CiivSoft.Grains.Accounts;
using CiivSoft.Lever;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// Something that carries our mark is in Lever already, and this database did not send it. It is ours when a lost database
/// made it, and another installation's when its note has a Ref that is unknown here; then it is left alone. Where there is no
/// note yet, whoever made it is given the time to write one.
/// </summary>
internal sealed class Adoption(AccountContext account, IEffectStore effects)
{
    /// <summary>Takes it over, waits, or leaves it to the other.</summary>
    /// <param name="effect">What we were about to send.</param>
    /// <param name="opportunityId">What carries the mark.</param>
    /// <param name="markedAt">Since when, by Lever's clock; null when Lever does not say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<EffectSettlement> SettleAsync(
        EffectRow effect,
        string opportunityId,
        DateTimeOffset? markedAt,
        CancellationToken cancellationToken
    )
    {
        var adopted = EffectSettlements.Done(effect, opportunityId) with
        {
            OpportunityId = opportunityId,
            WasAdopted = true,
        };
        if (effect.State == EffectState.Unknown)
        {
            return adopted; // It may well have been sent from here.
        }

        var notes = await account.Connection!.Lever.ListNotesAsync(
            opportunityId,
            LeverPriority.Effect,
            cancellationToken
        );
        var refs = NoteRefs.In(notes?.Items ?? []);
        var known = await effects.KnownRefsAsync(account.Key, refs, cancellationToken);
        if (known.Count == 0)
        {
            notes?.RequireWhole(LeverRoute.ListNotes);
        }

        return Judge(effect, adopted, refs, known, markedAt, account.Now, account.Times);
    }

    /// <summary>A note of ours is to be written where notes of others may be. Null when it may be.</summary>
    public async Task<EffectSettlement?> LeaveToOtherAsync(
        EffectRow effect,
        string opportunityId,
        IReadOnlyList<LeverNote> notes,
        CancellationToken cancellationToken
    )
    {
        var refs = NoteRefs.In(notes);
        var known = await effects.KnownRefsAsync(account.Key, refs, cancellationToken);
        return FindForeign(refs, known) is { } foreign ? Left(effect, opportunityId, foreign) : null;
    }

    /// <summary>The same, when the notes were read.</summary>
    public static EffectSettlement Judge(
        EffectRow effect,
        EffectSettlement adopted,
        IReadOnlyList<string> refs,
        IReadOnlySet<string> known,
        DateTimeOffset? markedAt,
        DateTimeOffset now,
        EffectTimes times
    )
    {
        if (FindForeign(refs, known) is { } foreign)
        {
            return Left(effect, adopted.OpportunityId, foreign);
        }

        // Whatever its clock says: no longer than a write may take.
        var age = now - (markedAt ?? now);
        return refs.Count == 0 && age < times.Certain && markedAt is not null
            ? new EffectSettlement(effect.EffectId, EffectState.Planned)
            {
                NotBefore = now + (age < TimeSpan.Zero ? times.Certain : times.Certain - age),
                Reason = "It is there already, without a note yet.",
            }
            : adopted;
    }

    // Where one of ours is too, we were there first or together.
    private static string? FindForeign(IReadOnlyList<string> refs, IReadOnlySet<string> known) =>
        known.Count == 0 && refs.Count > 0 ? refs[0] : null;

    private static EffectSettlement Left(EffectRow effect, string? opportunityId, string foreign) =>
        EffectSettlements.Overtaken(effect, $"Another installation did it: its note is Ref {foreign}.") with
        {
            ForeignRef = foreign,
            OpportunityId = opportunityId,
        };
}
