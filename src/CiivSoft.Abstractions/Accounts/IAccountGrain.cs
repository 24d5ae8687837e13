using System.Collections.Immutable;
using CiivSoft.Abstractions.Candidates;
using Orleans.Concurrency;

namespace CiivSoft.Abstractions.Accounts;

/// <summary>
/// A connected Lever account: its connection, schedule, cursors and rate budget. Every write to Lever is performed here.
/// Keyed by <see cref="Keys.AccountKey"/>.
/// What operators ask of an account that is not connected or held elsewhere ends in <see cref="AccountUnavailableException"/>.
/// </summary>
[GrainInterfaceType("account")]
[Alias("ciivsoft.IAccountGrain")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>
    /// Connects the account, or replaces its key, address or service user, after asking Lever what the key may read.
    /// Nothing is lost by connecting again. A key that Lever refuses changes nothing.
    /// </summary>
    [Alias("ConnectAsync")]
    [ResponseTimeout("00:01:00")]
    Task<Preflight> ConnectAsync(ConnectRequest request, CancellationToken cancellationToken);

    /// <summary>Wakes the account after a start, so that it takes up what is unfinished. Returns at once.</summary>
    [Alias("WakeAsync")]
    [AlwaysInterleave]
    Task WakeAsync(CancellationToken cancellationToken);

    /// <summary>Begins a scan now, unless one is running. Returns at once; follow it by <see cref="GetStatusAsync"/>.</summary>
    [Alias("ScanAsync")]
    [AlwaysInterleave]
    Task ScanAsync(CancellationToken cancellationToken);

    /// <summary>What the account is doing. Reads only; holds no personal data.</summary>
    [Alias("GetStatusAsync")]
    [AlwaysInterleave]
    Task<AccountStatus> GetStatusAsync();

    /// <summary>Lever's stages in the order of the pipeline, as last read; empty before the first scan. Reads only.</summary>
    [Alias("GetStagesAsync")]
    [AlwaysInterleave]
    Task<ImmutableArray<StageInfo>> GetStagesAsync();

    /// <summary>
    /// From now on decisions are written to Lever. With <paramref name="applyShadow"/> those made in shadow are written
    /// too, where they still hold. An account in shadow has its key checked first. Asked of one that is live already, it says that
    /// no other installation is at work: where one was found, writing goes on.
    /// </summary>
    /// <returns>What keeps it from going live, each with its remedy: then nothing changed. Empty when it is live.</returns>
    [Alias("GoLiveAsync")]
    [ResponseTimeout("00:01:00")]
    Task<ImmutableArray<Finding>> GoLiveAsync(bool applyShadow, CancellationToken cancellationToken);

    /// <summary>From now on decisions are only recorded.</summary>
    [Alias("GoShadowAsync")]
    Task GoShadowAsync(CancellationToken cancellationToken);

    /// <summary>New writes stop within five seconds; work that is decided waits.</summary>
    [Alias("PauseAsync")]
    Task PauseAsync(PauseScope scope, CancellationToken cancellationToken);

    /// <summary>Lifts a pause of the same scope; nothing happens where there is none.</summary>
    [Alias("ResumeAsync")]
    Task ResumeAsync(PauseScope scope, CancellationToken cancellationToken);

    /// <summary>Changes the settings.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; nothing changed.</exception>
    [Alias("ConfigureAsync")]
    Task ConfigureAsync(AccountSettings settings, CancellationToken cancellationToken);

    /// <summary>
    /// Sets off, shadow or live for a posting; null takes back what was set. A tag of the posting in Lever may be stricter.
    /// What waited while it was off is taken up. False when the posting is not known.
    /// </summary>
    [Alias("SetPostingModeAsync")]
    Task<bool> SetPostingModeAsync(string postingId, RunMode? mode, CancellationToken cancellationToken);

    /// <summary>Tells that requirements of a posting were edited: what is decided from now on uses them.</summary>
    [Alias("PostingEditedAsync")]
    Task PostingEditedAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks Lever again what the key may read. Writes that were refused before are missing; other writes are not yet known.
    /// </summary>
    [Alias("CheckRightsAsync")]
    [ResponseTimeout("00:01:00")]
    Task<Preflight> CheckRightsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Tries effects again that failed or are blocked, with the notes that were cancelled with them; no ids: the work that was
    /// put off after failures. Returns how many.
    /// </summary>
    [Alias("RetryAsync")]
    Task<int> RetryAsync(ImmutableArray<string> effectIds, CancellationToken cancellationToken);

    /// <summary>Gives up effects that are planned or blocked: they are cancelled, with their notes. Returns how many.</summary>
    [Alias("GiveUpAsync")]
    Task<int> GiveUpAsync(ImmutableArray<string> effectIds, CancellationToken cancellationToken);

    /// <summary>Queues an ARKiiVE run for an open posting. False when the posting is not known to be open.</summary>
    [Alias("RunArkiiveAsync")]
    Task<bool> RunArkiiveAsync(string postingId, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for one call to Lever. Answers that it may be made now, or when to ask again;
    /// effects come before new applications, these before new postings, and the backlog last.
    /// </summary>
    [Alias("ReservePermitAsync")]
    [AlwaysInterleave]
    Task<PermitAnswer> ReservePermitAsync(PermitRequest request);

    /// <summary>Tells that effects were planned, or that a caller saw Lever's 429 or 401.</summary>
    [Alias("NoticeAsync")]
    [AlwaysInterleave]
    [OneWay]
    Task NoticeAsync(AccountNotice notice);

    /// <summary>Forgets the account: work stops and everything kept for it is erased. Lever is not touched.</summary>
    [Alias("RemoveAsync")]
    Task RemoveAsync(CancellationToken cancellationToken);
}
