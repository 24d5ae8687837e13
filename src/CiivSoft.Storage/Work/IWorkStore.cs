using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Work;

/// <summary>The backlog of an account.</summary>
public interface IWorkStore
{
    /// <summary>The next items that are due, most urgent first, at most <paramref name="limit"/>; they stay queued.</summary>
    Task<IReadOnlyList<WorkItem>> NextAsync(
        AccountKey account,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Adds or raises items; see <see cref="WorkItem"/>.</summary>
    Task AddAsync(AccountKey account, IReadOnlyList<WorkItem> items, CancellationToken cancellationToken);

    /// <summary>
    /// Puts an item off with one more attempt and a reason, unless it changed since <see cref="WorkItem.Version"/>: then
    /// it stays due.
    /// </summary>
    Task PostponeAsync(
        AccountKey account,
        WorkItem item,
        DateTimeOffset notBefore,
        string reason,
        CancellationToken cancellationToken
    );

    /// <summary>What was put off after a failure is due at once; what is only waited for is not hurried. Returns how many.</summary>
    Task<int> HurryAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>Removes an item that needs nothing more, unless it changed since <see cref="WorkItem.Version"/>.</summary>
    Task CompleteAsync(AccountKey account, WorkItem item, CancellationToken cancellationToken);

    /// <summary>When the earliest item that is not due yet is due; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(AccountKey account, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How much waits.</summary>
    Task<WorkCounts> CountAsync(AccountKey account, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>How much waits, by urgency.</summary>
/// <param name="NewApplications">Contacts with applications to decide that are due.</param>
/// <param name="NewPostings">Postings whose ARKiiVE run is due.</param>
/// <param name="Backfill">People of the first synchronisation that are due.</param>
/// <param name="Postponed">Items that are not due yet.</param>
/// <param name="NextDueAt">When the earliest postponed item is due; null when none is.</param>
public sealed record WorkCounts(
    long NewApplications,
    long NewPostings,
    long Backfill,
    long Postponed,
    DateTimeOffset? NextDueAt
);
