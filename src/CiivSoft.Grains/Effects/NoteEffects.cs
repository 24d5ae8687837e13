using System.Text.Json;
using CiivSoft.Grains.Accounts;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Effects;

/// <summary>Writes notes and tags. A note is known by its last line, <c>Ref CVS-…</c>; a tag that is there already changes nothing.</summary>
internal sealed class NoteEffects(AccountContext account, IMirrorStore mirror, Adoption adoption, EffectHolds holds)
{
    private const int NotFound = 404;

    public async Task<EffectSettlement> PerformNoteAsync(
        EffectRow effect,
        EffectRound round,
        CancellationToken cancellationToken
    )
    {
        var parent = round.ParentOf(effect);
        var opportunityId = effect.OpportunityId ?? parent?.OpportunityId ?? parent?.ResultId;
        if (opportunityId is null || effect.Ref is null)
        {
            return EffectSettlements.Cancelled(effect, "There is nowhere to write it.");
        }

        if (
            await MayBeThereAsync(effect, parent, opportunityId, cancellationToken)
            && await ReadBackAsync(effect, opportunityId, cancellationToken) is { } found
        )
        {
            return found;
        }

        var text = TextOf(effect) ?? await WriteWithoutThePersonAsync(effect, opportunityId, cancellationToken);
        if (text is null)
        {
            return EffectSettlements.Cancelled(effect, "There is nothing left to write: the person was erased.");
        }

        await round.Permits.WaitAsync(cancellationToken);
        if (holds.BeforeSending(effect) is { } held)
        {
            return held;
        }

        var sentAt = account.Now;
        var outcome = await account.Connection!.PrepaidLever.AddNoteAsync(
            opportunityId,
            text,
            LeverPriority.Effect,
            cancellationToken
        );
        return Settle(effect, outcome, sentAt) with { OpportunityId = opportunityId };
    }

    public async Task<EffectSettlement> PerformTagAsync(
        EffectRow effect,
        EffectRound round,
        CancellationToken cancellationToken
    )
    {
        await round.Permits.WaitAsync(cancellationToken);
        if (holds.BeforeSending(effect) is { } held)
        {
            return held;
        }

        var sentAt = account.Now;
        var outcome = await account.Connection!.PrepaidLever.AddTagsAsync(
            effect.Subject,
            [effect.Target],
            LeverPriority.Effect,
            cancellationToken
        );
        // Tagging again is harmless, so an unknown outcome needs no reading back.
        return outcome is LeverWriteOutcome.Unknown
            ? new EffectSettlement(effect.EffectId, EffectState.Planned)
            {
                NotBefore = account.Now + account.Times.Grace,
            }
            : Settle(effect, outcome, sentAt);
    }

    // Null: it was erased with the person.
    private static string? TextOf(EffectRow effect) =>
        effect.PayloadJson is { } payload
            ? (
                JsonSerializer.Deserialize(payload, EffectJson.Default.NotePayload)
                ?? throw new JsonException("A note's payload is empty.")
            ).Text
            : null;

    // Null: such a note says nothing without the person's data, or is for an opportunity that is anonymised or gone.
    private async Task<string?> WriteWithoutThePersonAsync(
        EffectRow effect,
        string opportunityId,
        CancellationToken cancellationToken
    )
    {
        var posting = effect.PostingId is { } id
            ? await mirror.FindPostingAsync(account.Key, id, cancellationToken)
            : null;
        if (ErasedNotes.Write(effect, posting?.Title ?? "") is not { } text)
        {
            return null;
        }

        var opportunity = await account.Connection!.Lever.GetOpportunityAsync(
            opportunityId,
            LeverPriority.Effect,
            cancellationToken
        );
        return opportunity is null or { IsAnonymized: true } ? null : text;
    }

    // What belongs to an adopted lead or move, and what goes to an opportunity that is older than this database, may have been
    // written before the database was lost. What was just made or moved from here has no note yet.
    private async Task<bool> MayBeThereAsync(
        EffectRow effect,
        EffectSettlement? parent,
        string opportunityId,
        CancellationToken cancellationToken
    )
    {
        if (effect.State == EffectState.Unknown || parent is { WasAdopted: true })
        {
            return true;
        }

        var isOnWhatWasJustDone = parent is not null && effect.Target is (NoteRoles.Lead or NoteRoles.Screened);
        if (isOnWhatWasJustDone || account.State.Foreign is not { } marks)
        {
            return false;
        }

        var known = await mirror.FindOpportunitiesAsync(account.Key, [opportunityId], cancellationToken);
        return known.TryGetValue(opportunityId, out var row) && marks.MayHaveForgotten(row.CreatedAtMs);
    }

    // Null: it is not there, and may be written.
    private async Task<EffectSettlement?> ReadBackAsync(
        EffectRow effect,
        string opportunityId,
        CancellationToken cancellationToken
    )
    {
        var notes = await account.Connection!.Lever.ListNotesAsync(
            opportunityId,
            LeverPriority.Effect,
            cancellationToken
        );
        if (notes is null)
        {
            return EffectSettlements.Cancelled(effect, "The opportunity is gone.");
        }

        var ours = notes.Items.FirstOrDefault(n =>
            n.Fields.Any(f => f.Value.Contains(effect.Ref!, StringComparison.Ordinal))
        );
        if (ours is not null)
        {
            return EffectSettlements.Done(effect, ours.Id) with { OpportunityId = opportunityId };
        }

        notes.RequireWhole(LeverRoute.ListNotes);
        return effect.State == EffectState.Unknown
            ? EffectSettlements.Absent(effect, account.Now, account.Times)
            : await adoption.LeaveToOtherAsync(effect, opportunityId, notes.Items, cancellationToken);
    }

    private EffectSettlement Settle(EffectRow effect, LeverWriteOutcome outcome, DateTimeOffset sentAt) =>
        outcome is LeverWriteOutcome.Refused { Status: NotFound }
            ? EffectSettlements.Cancelled(effect, "The opportunity is gone.")
            : EffectSettlements.After(effect, outcome, sentAt, account.Now, account.Times);
}
