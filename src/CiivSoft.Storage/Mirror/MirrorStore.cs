using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Mirror;

internal sealed class MirrorStore(Database database, PersonBox persons, TimeProvider clock) : IMirrorStore
{
    public async Task<IReadOnlyDictionary<string, OpportunityRow>> FindOpportunitiesAsync(
        AccountKey account,
        IReadOnlyCollection<string> opportunityIds,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.QueryAsync<OpportunityRow>(
                    $"""
                    SELECT {MirrorWriting.OpportunityColumns} FROM opportunity
                    WHERE account = @account AND {session.Dialect.In("opportunity_id", "@ids")}
                    """,
                    new { account = account.Name, ids = session.Dialect.List(opportunityIds) }
                ),
            cancellationToken
        );
        return rows.ToDictionary(row => row.OpportunityId);
    }

    public async Task<IReadOnlyDictionary<string, ContactRow>> FindContactsAsync(
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session => session.ReadContactsAsync(account, contactIds, persons),
            cancellationToken
        );
        return rows.ToDictionary(row => row.ContactId);
    }

    public Task<IReadOnlyList<PostingRow>> ListPostingsAsync(AccountKey account, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<PostingRow>(
                    $"SELECT {MirrorWriting.PostingColumns} FROM posting WHERE account = @account",
                    new { account = account.Name }
                ),
            cancellationToken
        );

    public Task<PostingRow?> FindPostingAsync(
        AccountKey account,
        string postingId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.SingleOrDefaultAsync<PostingRow>(
                    $"SELECT {MirrorWriting.PostingColumns} FROM posting WHERE account = @account AND posting_id = @postingId",
                    new { account = account.Name, postingId }
                ),
            cancellationToken
        );

    public async Task<IReadOnlyDictionary<string, PostingRow>> FindPostingsAsync(
        AccountKey account,
        IReadOnlyCollection<string> postingIds,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            session =>
                session.QueryAsync<PostingRow>(
                    $"""
                    SELECT {MirrorWriting.PostingColumns} FROM posting
                    WHERE account = @account AND {session.Dialect.In("posting_id", "@ids")}
                    """,
                    new { account = account.Name, ids = session.Dialect.List(postingIds) }
                ),
            cancellationToken
        );
        return rows.ToDictionary(row => row.PostingId);
    }

    public Task SaveAsync(AccountKey account, long epoch, ScanSave save, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(save);
        var contacts = save.Contacts.Select(row => ContactWriting.Seal(account, row, persons)).ToList();
        return database.WriteAsync(
            async session =>
            {
                await session.RequireEpochAsync(account, epoch);
                await session.SaveOpportunitiesAsync(account, save.Opportunities);
                await session.IntroduceContactsAsync(contacts);
                await session.SavePostingsAsync(account, save.Postings);
                await session.ReviveEffectsAsync(account, save.OpenPostings);
                await session.AddWorkAsync(account, save.Work);
                await session.AddActivityAsync(account, save.Activity);
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<PersonSnapshot>> LoadPeopleAsync(
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    ) => database.ReadAsync(session => People.LoadAsync(session, account, contactIds, persons), cancellationToken);

    public Task<IReadOnlyList<OpportunityRow>> UnrecordedLeadsAsync(
        AccountKey account,
        string? postingId,
        CancellationToken cancellationToken
    ) =>
        UnrecordedAsync(
            account,
            postingId is null ? "" : "AND posting_id = @postingId",
            new { account = account.Name, postingId },
            cancellationToken
        );

    public Task<IReadOnlyList<OpportunityRow>> ForeignLeadsAsync(
        AccountKey account,
        CancellationToken cancellationToken
    ) =>
        UnrecordedAsync(
            account,
            $"""
            AND NOT EXISTS (
                SELECT 1 FROM effect
                WHERE effect.account = opportunity.account AND effect.contact_id = opportunity.contact_id
                    AND effect.kind = {(int)EffectKind.Lead} AND effect.target = opportunity.posting_id
                    AND effect.state NOT IN ({(int)EffectState.Failed}, {(int)EffectState.Overtaken}, {(int)
                EffectState.Cancelled})
            )
            """,
            new { account = account.Name },
            cancellationToken
        );

    private Task<IReadOnlyList<OpportunityRow>> UnrecordedAsync(
        AccountKey account,
        string condition,
        object parameters,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<OpportunityRow>(
                    $"""
                    SELECT {MirrorWriting.OpportunityColumns} FROM opportunity
                    WHERE account = @account AND lead_of IS NOT NULL AND deleted_at_ms IS NULL
                        AND NOT EXISTS (
                            SELECT 1 FROM effect
                            WHERE effect.account = opportunity.account AND effect.result_id = opportunity.opportunity_id
                        )
                        {condition}
                    """,
                    parameters
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<OpportunityRow>> EndedConsentsAsync(
        AccountKey account,
        DateTimeOffset now,
        int most,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<OpportunityRow>(
                    $"""
                    SELECT {MirrorWriting.OpportunityColumns} FROM opportunity
                    WHERE account = @account AND consent_ends_at_ms <= @nowMs AND NOT consent_refused
                        AND deleted_at_ms IS NULL
                    ORDER BY consent_ends_at_ms LIMIT @most
                    """,
                    new
                    {
                        account = account.Name,
                        nowMs = now.ToUnixTimeMilliseconds(),
                        most,
                    }
                ),
            cancellationToken
        );

    public async Task<MirrorCounts> CountAsync(AccountKey account, CancellationToken cancellationToken)
    {
        var counts = await database.ReadAsync(
            session =>
                session.SingleOrDefaultAsync<Counts>(
                    """
                    SELECT
                        (SELECT count(*) FROM opportunity WHERE account = @account AND deleted_at_ms IS NULL) AS opportunities,
                        (SELECT count(*) FROM contact WHERE account = @account) AS contacts,
                        (SELECT count(*) FROM resume WHERE account = @account) AS readable_contacts,
                        (SELECT count(*) FROM posting WHERE account = @account AND is_open) AS open_postings
                    """,
                    new { account = account.Name }
                ),
            cancellationToken
        );
        return counts is null
            ? new MirrorCounts(0, 0, 0, 0)
            : new MirrorCounts(counts.Opportunities, counts.Contacts, counts.ReadableContacts, counts.OpenPostings);
    }

    public async Task EraseContactsAsync(
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(contactIds);
        if (contactIds.Count == 0)
        {
            return;
        }

        await database.WriteAsync(
            session => Erasure.EraseAsync(session, account, contactIds, clock.GetUtcNow()),
            cancellationToken
        );
        await database.ForgetErasedAsync(everything: false, cancellationToken);
    }

    private sealed class Counts
    {
        public long Opportunities { get; set; }

        public long Contacts { get; set; }

        public long ReadableContacts { get; set; }

        public long OpenPostings { get; set; }
    }
}
