using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Mirror;

/// <summary>Our copy of what Lever showed us: opportunities, contacts and postings of an account.</summary>
public interface IMirrorStore
{
    /// <summary>Those of the given opportunities that are known, by id.</summary>
    Task<IReadOnlyDictionary<string, OpportunityRow>> FindOpportunitiesAsync(
        AccountKey account,
        IReadOnlyCollection<string> opportunityIds,
        CancellationToken cancellationToken
    );

    /// <summary>Those of the given contacts that are known, by id.</summary>
    Task<IReadOnlyDictionary<string, ContactRow>> FindContactsAsync(
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    );

    /// <summary>Every posting of the account that is known, open or not.</summary>
    Task<IReadOnlyList<PostingRow>> ListPostingsAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>Those of the given postings that are known, by id.</summary>
    Task<IReadOnlyDictionary<string, PostingRow>> FindPostingsAsync(
        AccountKey account,
        IReadOnlyCollection<string> postingIds,
        CancellationToken cancellationToken
    );

    /// <summary>One posting; null when it is not known.</summary>
    Task<PostingRow?> FindPostingAsync(AccountKey account, string postingId, CancellationToken cancellationToken);

    /// <summary>Saves a page of a scan in one transaction. Saving the same page again changes nothing.</summary>
    /// <exception cref="FencedException">The epoch is not the newest; nothing was written.</exception>
    Task SaveAsync(AccountKey account, long epoch, ScanSave save, CancellationToken cancellationToken);

    /// <summary>What the eligibility gate asks about each of these contacts, in the order asked; unknown contacts are left out.</summary>
    Task<IReadOnlyList<PersonSnapshot>> LoadPeopleAsync(
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Opportunities that carry our source, are not deleted, and were made by no effect that is recorded here: of a lost
    /// database, of another installation, or a surplus.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="postingId">Those on this posting; null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<OpportunityRow>> UnrecordedLeadsAsync(
        AccountKey account,
        string? postingId,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Those of <see cref="UnrecordedLeadsAsync"/> of a person and posting for which no lead of ours is made or wanted: not a
    /// surplus, but of a lost database or of another installation.
    /// </summary>
    Task<IReadOnlyList<OpportunityRow>> ForeignLeadsAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>
    /// Opportunities whose person's consent ended by now and that are not marked so yet, those that ended first before the
    /// others, at most <paramref name="most"/>.
    /// </summary>
    Task<IReadOnlyList<OpportunityRow>> EndedConsentsAsync(
        AccountKey account,
        DateTimeOffset now,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>Numbers for the status: opportunities, contacts, contacts with readable résumé, open postings.</summary>
    Task<MirrorCounts> CountAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>
    /// Erases what is personal of these contacts: résumés, vectors, evidence and note texts; rows of effects and
    /// decisions stay without them. A second call does nothing.
    /// </summary>
    Task EraseContactsAsync(
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    );
}

/// <summary>How much of an account is known.</summary>
/// <param name="Opportunities">Opportunities that are not deleted.</param>
/// <param name="Contacts">Contacts.</param>
/// <param name="ReadableContacts">Contacts whose résumé text is stored.</param>
/// <param name="OpenPostings">Open postings.</param>
public sealed record MirrorCounts(long Opportunities, long Contacts, long ReadableContacts, long OpenPostings);
