using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Mirror;

/// <summary>Gathers what is known of people over all of their duplicate contacts, in four statements for any number.</summary>
internal static class People
{
    public static async Task<IReadOnlyList<PersonSnapshot>> LoadAsync(
        Session session,
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        PersonBox persons
    )
    {
        var asked = await session.ReadContactsAsync(account, contactIds, persons);
        var duplicates = await ReadAsync<Duplicate>(
            session,
            "SELECT contact_id, person_key FROM contact WHERE account = @account AND",
            "person_key",
            account,
            asked.Select(contact => contact.PersonKey).Distinct()
        );
        var everyone = duplicates.Select(duplicate => duplicate.ContactId).ToList();
        var opportunities = await ReadAsync<OpportunityRow>(
            session,
            $"SELECT {MirrorWriting.OpportunityColumns} FROM opportunity WHERE account = @account AND deleted_at_ms IS NULL AND",
            "contact_id",
            account,
            everyone
        );
        var leads = await ReadAsync<Lead>(
            session,
            $"""
            SELECT target AS posting_id, subject AS contact_id, planned_at, settled_at, state FROM effect
            WHERE account = @account AND kind = {(int)EffectKind.Lead} AND state <> {(int)EffectState.Cancelled} AND
            """,
            "subject",
            account,
            everyone
        );
        return Assemble(contactIds, asked, duplicates, opportunities, leads);
    }

    private static List<PersonSnapshot> Assemble(
        IReadOnlyCollection<string> contactIds,
        IReadOnlyList<ContactRow> asked,
        IReadOnlyList<Duplicate> duplicates,
        IReadOnlyList<OpportunityRow> opportunities,
        IReadOnlyList<Lead> leads
    )
    {
        var contacts = asked.ToDictionary(contact => contact.ContactId);
        var personOf = duplicates.ToDictionary(duplicate => duplicate.ContactId, duplicate => duplicate.PersonKey);
        var opportunitiesOf = opportunities.ToLookup(row => personOf[row.ContactId]);
        var leadsOf = leads.ToLookup(lead => personOf[lead.ContactId]);
        return contactIds
            .Distinct()
            .Where(contacts.ContainsKey)
            .Select(id => contacts[id])
            .Select(contact => new PersonSnapshot(
                contact,
                opportunitiesOf[contact.PersonKey]
                    .OrderBy(row => row.CreatedAtMs)
                    .ThenBy(row => row.OpportunityId, StringComparer.Ordinal)
                    .ToList(),
                leadsOf[contact.PersonKey].OrderBy(lead => lead.PlannedAt).Select(lead => lead.ToPlanned()).ToList()
            ))
            .ToList();
    }

    private static Task<IReadOnlyList<T>> ReadAsync<T>(
        Session session,
        string select,
        string column,
        AccountKey account,
        IEnumerable<string> ids
    ) =>
        session.QueryAsync<T>(
            $"{select} {session.Dialect.In(column, "@ids")}",
            new { account = account.Name, ids = session.Dialect.List(ids) }
        );

    private sealed class Duplicate
    {
        public string ContactId { get; set; } = "";

        public string PersonKey { get; set; } = "";
    }

    private sealed class Lead
    {
        public string PostingId { get; set; } = "";

        public string ContactId { get; set; } = "";

        public DateTimeOffset PlannedAt { get; set; }

        public DateTimeOffset? SettledAt { get; set; }

        public EffectState State { get; set; }

        public PlannedLead ToPlanned() => new(PostingId, ContactId, PlannedAt, State) { SettledAt = SettledAt };
    }
}
