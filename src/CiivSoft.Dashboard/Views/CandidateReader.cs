using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Views;

/// <summary>Collects what is known of a person.</summary>
internal sealed class CandidateReader(IMirrorStore mirror, DecisionQueries decisions)
{
    private const int DecisionsShown = 100;

    public async Task<CandidateModel?> ReadAsync(
        AccountKey account,
        string contactId,
        CancellationToken cancellationToken
    )
    {
        var people = await mirror.LoadPeopleAsync(account, [contactId], cancellationToken);
        if (people.Count == 0)
        {
            return null;
        }

        var person = people[0];
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in person.Opportunities.Select(o => o.PostingId).OfType<string>().Distinct())
        {
            titles[id] = (await mirror.FindPostingAsync(account, id, cancellationToken))?.Title ?? id;
        }

        return new CandidateModel
        {
            Person = PersonNames.NameIn(person.Contact.PersonJson),
            ResumeStatus = person.Contact.ResumeStatus,
            Country = person.Contact.Country,
            WillingToRelocate = person.Contact.WillingToRelocate,
            Opportunities = [.. person.Opportunities.OrderByDescending(o => o.CreatedAtMs)],
            Postings = titles,
            Decisions = await decisions.PageAsync(
                account,
                new DecisionFilter { ContactId = contactId },
                before: null,
                DecisionsShown,
                cancellationToken
            ),
        };
    }
}
