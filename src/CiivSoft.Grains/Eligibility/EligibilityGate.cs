using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Eligibility;

/// <summary>
/// The one gate before a person is proposed for a posting, asked at selection on what we know and again at the write
/// on what Lever says then.
/// </summary>
internal static class EligibilityGate
{
    /// <summary>The first reason against proposing this person for this posting; null when there is none.</summary>
    public static Exclusion? Check(
        PersonSnapshot person,
        PostingRow posting,
        EligibilityRules rules,
        DateTimeOffset now
    )
    {
        var mayBeContacted = CheckPerson(person.Opportunities, rules, now);
        if (mayBeContacted is not null)
        {
            return mayBeContacted;
        }

        return CheckPosting(person, posting, now.Subtract(rules.LeaveArchivedFor))
            ?? CheckCountry(person.Contact, posting)
            ?? CheckLeads(person.Leads, posting.PostingId, rules, now);
    }

    /// <summary>The part that looks at the person alone; also asked of applicants before anything is decided about them.</summary>
    public static Exclusion? CheckPerson(
        IReadOnlyList<OpportunityRow> opportunities,
        EligibilityRules rules,
        DateTimeOffset now
    )
    {
        var nowMs = now.ToUnixTimeMilliseconds();
        return opportunities switch
        {
            [] => Exclusion.Deleted,
            _ when opportunities.Any(o => o.IsAnonymized) => Exclusion.Anonymised,
            _ when opportunities.All(o => o.DeletedAtMs is not null) => Exclusion.Deleted,
            _ when opportunities.Any(o => o.HasOptedOut) => Exclusion.OptedOut,
            _ when opportunities.Any(o => o.ConsentRefused || o.ConsentEndsAtMs <= nowMs) => Exclusion.ConsentRefused,
            _ when !rules.IncludeConfidential && opportunities.Any(o => o.IsConfidential) => Exclusion.Confidential,
            _ when opportunities.Any(o => IsHired(o, rules)) => Exclusion.Hired,
            _ when opportunities.Any(o => o.ArchivedAtMs is null && rules.LaterStages.Contains(o.StageId)) =>
                Exclusion.InLaterStage,
            _ => null,
        };
    }

    private static bool IsHired(OpportunityRow opportunity, EligibilityRules rules) =>
        opportunity.ArchivedAtMs is not null
        && (
            rules.HiredReasonId is null
                ? opportunity.StageId == LeverStages.OfferId
                : opportunity.ArchiveReasonId == rules.HiredReasonId
        );

    private static Exclusion? CheckPosting(PersonSnapshot person, PostingRow posting, DateTimeOffset archivedSince)
    {
        var earliest = archivedSince.ToUnixTimeMilliseconds();
        foreach (var opportunity in person.Opportunities.Where(o => o.PostingId == posting.PostingId))
        {
            if (opportunity.LeadOf is not null)
            {
                return Exclusion.ProposedBefore;
            }

            if (opportunity.ArchivedAtMs is null)
            {
                return Exclusion.AlreadyOnPosting;
            }

            if (opportunity.ArchivedAtMs >= earliest)
            {
                return Exclusion.ArchivedRecently;
            }
        }

        return null;
    }

    // Unknown is no reason: the note says so instead.
    private static Exclusion? CheckCountry(ContactRow contact, PostingRow posting) =>
        !posting.IsRemote
        && posting.Country is not null
        && contact.Country is not null
        && !string.Equals(contact.Country, posting.Country, StringComparison.OrdinalIgnoreCase)
        && !contact.WillingToRelocate
            ? Exclusion.InAnotherCountry
            : null;

    private static Exclusion? CheckLeads(
        IReadOnlyList<PlannedLead> leads,
        string postingId,
        EligibilityRules rules,
        DateTimeOffset now
    )
    {
        if (leads.Any(l => l.PostingId == postingId))
        {
            return Exclusion.ProposedBefore;
        }

        var recent = leads.Count(l =>
            CountsFrom(l, now) > now - EligibilityRules.LeadWindow && CountsAgainstPerson(l.State, rules)
        );
        return recent >= rules.LeadsPerPerson ? Exclusion.EnoughLeads : null;
    }

    // A lead that waited for a right or the end of a pause counts from when it was made, and one that may be made now from now.
    private static DateTimeOffset CountsFrom(PlannedLead lead, DateTimeOffset now) =>
        lead.State switch
        {
            EffectState.Done => lead.SettledAt ?? lead.PlannedAt,
            EffectState.Shadow or EffectState.Blocked => lead.PlannedAt,
            _ => now,
        };

    private static bool CountsAgainstPerson(EffectState state, EligibilityRules rules) =>
        state is not (EffectState.Failed or EffectState.Overtaken or EffectState.Cancelled)
        && (state != EffectState.Shadow || rules.CountsShadow);
}
