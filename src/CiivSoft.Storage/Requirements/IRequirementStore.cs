using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Activity;

namespace CiivSoft.Storage.Requirements;

/// <summary>Edited requirements of postings, every version of them.</summary>
public interface IRequirementStore
{
    /// <summary>
    /// Adds a version with its line of the activity log, unless the posting has that version: then false, and nothing was
    /// written. So of two people who edit the same version one is refused.
    /// </summary>
    Task<bool> TryAddAsync(
        AccountKey account,
        RequirementEditRow edit,
        ActivityRow line,
        CancellationToken cancellationToken
    );

    /// <summary>A posting's versions, the newest first, at most <paramref name="limit"/>; only the newest with its list.</summary>
    Task<IReadOnlyList<RequirementEditRow>> HistoryAsync(
        AccountKey account,
        string postingId,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>The newest version of every posting of the account that was ever edited.</summary>
    Task<IReadOnlyList<RequirementEditRow>> NewestAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>How many of the newest decisions about a posting were made by another version of its requirements.</summary>
    Task<long> CountStaleAsync(AccountKey account, string postingId, int version, CancellationToken cancellationToken);
}
