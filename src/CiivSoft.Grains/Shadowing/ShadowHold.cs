using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Shadowing;

/// <summary>
/// Whether what was decided in shadow would be written now: the questions that are asked of Lever at the write, asked of what
/// the last scan saw. Asked in the order of planning, since a lead counts for those after it.
/// </summary>
internal sealed class ShadowHold(
    AccountState state,
    IReadOnlyDictionary<string, PersonSnapshot> people,
    IReadOnlyDictionary<string, PostingRow> postings,
    DateTimeOffset now
)
{
    private readonly HashSet<(string ContactId, string PostingId)> _lapsed = [];

    private readonly EligibilityRules _rules = EligibilityRules.For(
        state.Settings,
        state.Stages,
        state.EffectiveHiredReason,
        isShadow: true // What stands beside it in shadow would be released together with it.
    );

    /// <summary>What speaks against it; null when it would be written.</summary>
    public string? Against(EffectRow effect)
    {
        if (!people.TryGetValue(effect.ContactId, out var person))
        {
            return "The person is not known any more.";
        }

        if (postings.GetValueOrDefault(effect.PostingId ?? "") is not { IsOpen: true } posting)
        {
            return EffectReasons.PostingClosed;
        }

        return effect.Kind == EffectKind.Move ? AgainstMove(effect, person) : AgainstLead(effect, person, posting);
    }

    private string? AgainstMove(EffectRow effect, PersonSnapshot person) =>
        person.Opportunities.FirstOrDefault(o => o.OpportunityId == effect.Subject) is { } row
            ? MoveEffects.ChangedByPerson(row, effect, state)
            : "The opportunity is gone, or hidden from the key.";

    private string? AgainstLead(EffectRow effect, PersonSnapshot person, PostingRow posting)
    {
        if (posting.IsConfidential && !state.Settings.IncludeConfidential)
        {
            return "The posting is confidential now.";
        }

        var before = person.Leads.Where(l =>
            LeadOrder.Precedes(l, effect) && !_lapsed.Contains((l.ContactId, l.PostingId))
        );
        var exclusion = EligibilityGate.Check(person with { Leads = [.. before] }, posting, _rules, now);
        if (exclusion is null)
        {
            return null;
        }

        _lapsed.Add((effect.ContactId, effect.Target));
        return $"Not eligible any more: {Words(exclusion.Value)}.";
    }

    private static string Words(Exclusion exclusion) =>
        exclusion switch
        {
            Exclusion.Anonymised => "anonymised in Lever",
            Exclusion.Deleted => "deleted in Lever",
            Exclusion.OptedOut => "opted out",
            Exclusion.ConsentRefused => "consent refused or run out",
            Exclusion.Confidential => "confidential",
            Exclusion.AlreadyOnPosting => "on the posting already",
            Exclusion.InLaterStage => "in a later stage of another posting",
            Exclusion.ProposedBefore => "proposed for the posting before",
            Exclusion.ArchivedRecently => "archived on the posting not long ago",
            Exclusion.Hired => "hired",
            Exclusion.InAnotherCountry => "lives in another country",
            Exclusion.EnoughLeads => "has as many leads as a person may have",
            _ => exclusion.ToString(),
        };
}
