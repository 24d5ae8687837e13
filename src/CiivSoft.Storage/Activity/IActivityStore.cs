using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Activity;

/// <summary>The activity log. Most lines are written with the commit that they tell of.</summary>
public interface IActivityStore
{
    /// <summary>Adds lines that belong to no other commit.</summary>
    Task AddAsync(AccountKey account, IReadOnlyList<ActivityRow> rows, CancellationToken cancellationToken);

    /// <summary>Lines after a sequence number, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<ActivityRow>> ReadAsync(
        AccountKey account,
        long afterSequence,
        int limit,
        CancellationToken cancellationToken
    );
}
