using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Mirror;

/// <summary>
/// Writes and reads contacts. Two write them: the scan owns the person key, the personal details and the country, the candidate owns what
/// was learnt from the résumé. Neither overwrites the other's part with what it saw earlier.
/// </summary>
internal static class ContactWriting
{
    public const string Columns =
        "contact_id, person_key, country, willing_to_relocate, resume_status, resume_id, resume_hash, resume_look, wait_until";

    private const string Insert = $"""
        INSERT INTO contact (account, {Columns}, person_box, person_mac)
        VALUES (@Account, @ContactId, @PersonKey, @Country, @WillingToRelocate, @ResumeStatus, @ResumeId, @ResumeHash,
            @ResumeLook, @WaitUntil, @PersonBox, @PersonMac)
        ON CONFLICT (account, contact_id) DO UPDATE SET
        """;

    private const string Introduce = $"""
        {Insert} person_key = excluded.person_key, person_box = excluded.person_box, person_mac = excluded.person_mac,
            country = excluded.country
        WHERE excluded.person_key <> contact.person_key OR excluded.person_mac IS DISTINCT FROM contact.person_mac
            OR excluded.country IS DISTINCT FROM contact.country
        """;

    private const string Learn = $"""
        {Insert} willing_to_relocate = excluded.willing_to_relocate, resume_status = excluded.resume_status,
            resume_id = excluded.resume_id, resume_hash = excluded.resume_hash, resume_look = excluded.resume_look,
            wait_until = excluded.wait_until
        """;

    /// <summary>Saves contacts as a scan sees them.</summary>
    public static Task IntroduceContactsAsync(this Session session, IEnumerable<object[]> sealedRows) =>
        session.RunManyAsync(Introduce, sealedRows);

    /// <summary>Saves a contact as its candidate knows it.</summary>
    public static Task LearnContactAsync(this Session session, AccountKey account, ContactRow row, PersonBox persons) =>
        session.RunManyAsync(Learn, [Seal(account, row, persons)]);

    public static Task<IReadOnlyList<ContactRow>> ReadContactsAsync(
        this Session session,
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        PersonBox persons
    ) =>
        session.QueryAsync<ContactRow, byte[]?, ContactRow>(
            $"""
            SELECT {Columns}, person_box FROM contact
            WHERE account = @account AND {session.Dialect.In("contact_id", "@ids")}
            """,
            (row, box) => row with { PersonJson = persons.Open(account, row.ContactId, box) },
            splitOn: "person_box",
            new { account = account.Name, ids = session.Dialect.List(contactIds) }
        );

    /// <summary>Encrypts: to be done before the write begins, since on SQLite others wait for it.</summary>
    public static object[] Seal(AccountKey account, ContactRow row, PersonBox persons) =>
        [
            row,
            new
            {
                Account = account.Name,
                PersonBox = persons.Seal(account, row.ContactId, row.PersonJson),
                PersonMac = persons.Mac(account, row.ContactId, row.PersonJson),
            },
        ];
}
