using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Scans;
using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// Makes a person a lead. Lever takes a second one without complaint, so the person's opportunities are read first: who is
/// on the posting by now gets none, and one that is ours is adopted.
/// </summary>
internal sealed class LeadEffects(
    AccountContext account,
    IMirrorStore mirror,
    FreshPostings postings,
    FreshPeople people,
    Adoption adoption,
    EffectHolds holds
)
{
    private const int Tries = 3;

    public async Task<EffectSettlement> PerformAsync(
        EffectRow effect,
        EffectRound round,
        CancellationToken cancellationToken
    )
    {
        var connection = account.Connection!;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var seen = await ReadPersonAsync(effect, round, cancellationToken);
            if (await JudgeAsync(effect, seen, cancellationToken) is { } settled)
            {
                return settled;
            }

            await round.Permits.WaitAsync(cancellationToken);
            if (!people.IsFresh(effect.ContactId) || !postings.IsFresh(effect.Target))
            {
                continue;
            }

            if (holds.BeforeSending(effect) is { } held)
            {
                return held;
            }

            var sentAt = account.Now;
            people.Forget(effect.ContactId);
            var outcome = await connection.PrepaidLever.CreateLeadAsync(
                new LeadRequest(effect.ContactId, effect.Target, LeadSources.Of(effect.Solution))
                {
                    PostingOwnerAsOwner = account.State.Settings.LeadsBelongToPostingOwner,
                },
                LeverPriority.Effect,
                cancellationToken
            );
            var settlement = EffectSettlements.After(effect, outcome, sentAt, account.Now, account.Times);
            return settlement with { OpportunityId = settlement.ResultId };
        }

        return Freshness.TryLater(effect, account.Now);
    }

    // Null: nothing speaks against making the lead now.
    private async Task<EffectSettlement?> JudgeAsync(
        EffectRow effect,
        LeverPage<LeverOpportunity> seen,
        CancellationToken cancellationToken
    )
    {
        var rows = seen.Items.Select(o => OpportunityMapping.ToRow(o, account.Now)).OfType<OpportunityRow>().ToList();
        if (rows.Find(r => r.PostingId == effect.Target && r.LeadOf == effect.Solution) is { } ours)
        {
            var madeAt = DateTimeOffset.FromUnixTimeMilliseconds(ours.CreatedAtMs);
            return await adoption.SettleAsync(effect, ours.OpportunityId, madeAt, cancellationToken);
        }

        seen.RequireWhole(LeverRoute.ListOpportunities);
        if (effect.State == EffectState.Unknown)
        {
            return EffectSettlements.Absent(effect, account.Now, account.Times);
        }

        var posting = await postings.ReadAsync(effect.Target, cancellationToken);
        if (posting is not { IsOpen: true })
        {
            return EffectSettlements.Overtaken(effect, EffectReasons.PostingClosed);
        }

        if (EffectSettlements.HeldBy(effect, postings.TaggedAs(effect.Target)) is { } held)
        {
            return held;
        }

        if (posting.IsConfidential && !account.State.Settings.IncludeConfidential)
        {
            return EffectSettlements.Overtaken(effect, "The posting is confidential now.");
        }

        return await CheckGateAsync(effect, rows, posting, cancellationToken);
    }

    private async Task<EffectSettlement?> CheckGateAsync(
        EffectRow effect,
        List<OpportunityRow> rows,
        PostingRow posting,
        CancellationToken cancellationToken
    )
    {
        var known = await mirror.LoadPeopleAsync(account.Key, [effect.ContactId], cancellationToken);

        // Without rows nothing is left of this contact in Lever, whatever we remember.
        if (known is not [var person] || rows.Count == 0)
        {
            return NotEligible(effect, Exclusion.Deleted);
        }

        var duplicates = person.Opportunities.Where(o => o.ContactId != effect.ContactId);
        var now = person with { Opportunities = [.. rows, .. duplicates] };
        var rules = EligibilityRules.For(
            account.State.Settings,
            account.State.Stages,
            account.State.EffectiveHiredReason,
            isShadow: false
        );
        var exclusion =
            Check(l => LeadOrder.Precedes(l, effect)) ?? await CheckOffersAsync(rows, rules, cancellationToken);
        if (exclusion is { } found)
        {
            return NotEligible(effect, found);
        }

        return Check(l => LeadOrder.Precedes(l, effect) || LeadOrder.Awaits(effect, l)) is null
            ? null
            : EffectSettlements.AfterAnotherLead(effect, account.Now);

        Exclusion? Check(Func<PlannedLead, bool> counts) =>
            EligibilityGate.Check(now with { Leads = [.. now.Leads.Where(counts)] }, posting, rules, account.Now);
    }

    private static EffectSettlement NotEligible(EffectRow effect, Exclusion exclusion) =>
        EffectSettlements.Overtaken(effect, $"Not eligible at the write: {exclusion}.") with
        {
            FreesPlace = true,
        };

    // Archived after an offer, but not from the offer stage: only a signed offer tells whether the person was hired.
    private async Task<Exclusion?> CheckOffersAsync(
        List<OpportunityRow> rows,
        EligibilityRules rules,
        CancellationToken cancellationToken
    )
    {
        if (rules.HiredReasonId is not null)
        {
            return null;
        }

        foreach (var row in rows.Where(r => r is { ReachedOffer: true, ArchivedAtMs: not null }))
        {
            var offers = await account.Connection!.Lever.ListOffersAsync(
                row.OpportunityId,
                LeverPriority.Effect,
                cancellationToken
            );
            if (offers?.Items.Any(o => o.IsSigned) == true)
            {
                return Exclusion.Hired;
            }

            offers?.RequireWhole(LeverRoute.ListOffers);
        }

        return null;
    }

    // What may have been sent is read back by a look of its own: one that began before tells nothing.
    private Task<LeverPage<LeverOpportunity>> ReadPersonAsync(
        EffectRow effect,
        EffectRound round,
        CancellationToken cancellationToken
    ) =>
        effect.State == EffectState.Unknown
            ? people.ReadSinceAsync(
                round.BeganAt,
                effect.ContactId,
                round.ContactsInDoubtBeside(effect),
                cancellationToken
            )
            : people.ReadAsync(effect.ContactId, round.ContactsBeside(effect), cancellationToken);
}
