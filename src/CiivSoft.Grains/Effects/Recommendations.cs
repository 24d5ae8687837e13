using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// Where the key may not make leads, a person is recommended by a note and a constant tag on their newest opportunity.
/// The lead stays blocked, and is made when the right is there.
/// </summary>
internal sealed class Recommendations(AccountContext account, IMirrorStore mirror, IEffectStore effects, MarkerKey refs)
{
    public async Task PlanAsync(IReadOnlyList<EffectRow> blockedLeads, CancellationToken cancellationToken)
    {
        if (blockedLeads.Count == 0)
        {
            return;
        }

        var factory = new EffectFactory(account.Key, refs, isShadow: false, account.Now);
        var people = await mirror.LoadPeopleAsync(
            account.Key,
            [.. blockedLeads.Select(l => l.ContactId).Distinct(StringComparer.Ordinal)],
            cancellationToken
        );
        var known = people.ToDictionary(p => p.Contact.ContactId, StringComparer.Ordinal);
        var planned = new List<EffectRow>();
        foreach (var lead in blockedLeads)
        {
            if (
                known.GetValueOrDefault(lead.ContactId) is { } person
                && await MayBeRecommendedAsync(lead, person, cancellationToken)
                && Newest(person) is { } opportunityId
            )
            {
                var tag = factory.Tag(lead, opportunityId);
                planned.AddRange([tag, factory.Recommendation(lead, tag, opportunityId)]);
            }
        }

        await effects.PlanAsync(account.Key, account.Connection!.Epoch, planned, cancellationToken);
    }

    // The gate is asked at every write, and this takes a lead's place.
    private async Task<bool> MayBeRecommendedAsync(
        EffectRow lead,
        PersonSnapshot person,
        CancellationToken cancellationToken
    )
    {
        var posting = await mirror.FindPostingAsync(account.Key, lead.Target, cancellationToken);
        var rules = EligibilityRules.For(
            account.State.Settings,
            account.State.Stages,
            account.State.EffectiveHiredReason,
            isShadow: false
        );
        var before = person with { Leads = [.. person.Leads.Where(l => LeadOrder.Precedes(l, lead))] };
        return posting is { IsOpen: true } && EligibilityGate.Check(before, posting, rules, account.Now) is null;
    }

    private static string? Newest(PersonSnapshot person) =>
        person
            .Opportunities.Where(o => o.ContactId == person.Contact.ContactId)
            .OrderBy(o => o.ArchivedAtMs is null ? 0 : 1)
            .ThenByDescending(o => o.CreatedAtMs)
            .Select(o => o.OpportunityId)
            .FirstOrDefault();
}
