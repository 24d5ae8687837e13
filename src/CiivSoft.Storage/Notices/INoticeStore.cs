using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Notifications;

namespace CiivSoft.Storage.Notices;

/// <summary>What operators are told, and what they were told of already.</summary>
public interface INoticeStore
{
    /// <summary>All watches of an account.</summary>
    Task<IReadOnlyList<NoticeWatch>> WatchesAsync(AccountKey account, CancellationToken cancellationToken);

    /// <summary>
    /// Takes steps in one commit. A step whose watch stands elsewhere by now was taken by somebody else and plans nothing.
    /// Notices that were settled long ago are forgotten. Returns how many notices were planned.
    /// </summary>
    /// <exception cref="FencedException">The epoch is not the newest.</exception>
    Task<int> TakeAsync(
        AccountKey account,
        long epoch,
        IReadOnlyList<WatchStep> steps,
        DateTimeOffset forgetBefore,
        CancellationToken cancellationToken
    );

    /// <summary>What is to be sent now, the oldest first.</summary>
    Task<IReadOnlyList<NoticeRow>> DueAsync(
        AccountKey account,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Records what came of a waiting notice; one that is settled stays as it is.</summary>
    Task SettleAsync(AccountKey account, NoticeRow notice, CancellationToken cancellationToken);

    /// <summary>Gives up all that waits for a channel, and notes the watch that says so.</summary>
    Task CloseAsync(
        AccountKey account,
        NoticeChannel channel,
        NoticeWatch watch,
        string reason,
        CancellationToken cancellationToken
    );

    /// <summary>Changes that Lever refused since then and that nobody tried again.</summary>
    Task<long> CountFailedAsync(AccountKey account, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What was written in a span of time.</summary>
    /// <param name="account">The account.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="until">Exclusive.</param>
    /// <param name="postings">So many postings at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<DayFigures> FiguresAsync(
        AccountKey account,
        DateTimeOffset from,
        DateTimeOffset until,
        int postings,
        CancellationToken cancellationToken
    );
}
