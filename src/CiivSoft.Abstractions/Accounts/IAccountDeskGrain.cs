using System.Collections.Immutable;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Abstractions.Undoing;
using Orleans.Concurrency;

namespace CiivSoft.Abstractions.Accounts;

/// <summary>
/// What an operator looks up and decides at an account's desk: what may be undone, what shadow would have done, what is
/// decided again, what a key may do. The same activation as <see cref="IAccountGrain"/>, and the same key.
/// What operators ask of an account that is not connected or held elsewhere ends in <see cref="AccountUnavailableException"/>.
/// </summary>
[GrainInterfaceType("account-desk")]
[Alias("ciivsoft.IAccountDeskGrain")]
public interface IAccountDeskGrain : IGrainWithStringKey
{
    /// <summary>What the scope covers and how far undoing it is, from our own records: nothing is asked of Lever.</summary>
    [Alias("ListUndoAsync")]
    [AlwaysInterleave]
    Task<UndoList> ListUndoAsync(UndoScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// What undoing would do, as Lever stands now: <see cref="UndoState.Possible"/>, left alone with the reason, or to be
    /// done by hand. Reads Lever about each action and changes nothing.
    /// </summary>
    /// <param name="actionIds">Ids of <see cref="UndoItem.ActionId"/>, at most <see cref="UndoLimits.PreviewAtMost"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">There are too many.</exception>
    [Alias("PreviewUndoAsync")]
    [AlwaysInterleave]
    [ResponseTimeout("00:01:00")]
    Task<UndoList> PreviewUndoAsync(ImmutableArray<string> actionIds, CancellationToken cancellationToken);

    /// <summary>
    /// Undoes what the scope covers: the intents are committed and performed beside other effects, each only if no person has
    /// touched the opportunity since. A second call plans nothing more. Follow it by <see cref="ListUndoAsync"/>.
    /// </summary>
    /// <returns>The list as it stands after planning.</returns>
    /// <exception cref="ArgumentException">The scope is none, or covers more than <see cref="UndoLimits.ListedAtMost"/> actions.</exception>
    [Alias("UndoAsync")]
    [ResponseTimeout("00:01:00")]
    Task<UndoList> UndoAsync(UndoScope scope, CancellationToken cancellationToken);

    /// <summary>What was decided in shadow and would be written if it were applied now.</summary>
    [Alias("GetShadowReportAsync")]
    [AlwaysInterleave]
    [ResponseTimeout("00:01:00")]
    Task<ShadowReport> GetShadowReportAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Has applications decided again, with today's requirements, model and policy, and for a posting ARKiiVE run once more.
    /// Queued and durable when this returns. A new decision stands beside the former one and demotes nobody: what was
    /// written to Lever stays, what was not sent yet is replaced.
    /// </summary>
    [Alias("RerunAsync")]
    Task<RerunAnswer> RerunAsync(RerunRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Reads files again that gave no text, where another look may help (not where a password or the size is the cause), and
    /// decides again the applications that wait for them. Queued and durable when this returns; it returns how many.
    /// </summary>
    [Alias("RetryFilesAsync")]
    Task<int> RetryFilesAsync(ImmutableArray<string> contactIds, CancellationToken cancellationToken);

    /// <summary>
    /// Takes people off the list of those whose file gave no text, until another file of theirs gives none. Returns how many.
    /// </summary>
    [Alias("GiveUpFilesAsync")]
    Task<int> GiveUpFilesAsync(ImmutableArray<string> contactIds, CancellationToken cancellationToken);

    /// <summary>
    /// Asks Lever what a key may do without storing it or anything else. For an account that is not connected too.
    /// </summary>
    [Alias("ProbeAsync")]
    [ResponseTimeout("00:01:00")]
    Task<Preflight> ProbeAsync(ConnectRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Erases what is personal of a contact here, as if it had been deleted in Lever, and keeps nothing of it until its
    /// opportunities change in Lever. Lever is not touched. False when the contact is not known.
    /// </summary>
    [Alias("EraseContactAsync")]
    Task<bool> EraseContactAsync(string contactId, CancellationToken cancellationToken);

    /// <summary>Sends a message that says it is a test, at once and once, and tells what the other side made of it.</summary>
    [Alias("TestNoticeAsync")]
    [AlwaysInterleave]
    [ResponseTimeout("00:01:00")]
    Task<NoticeTest> TestNoticeAsync(NoticeChannel channel, CancellationToken cancellationToken);
}
