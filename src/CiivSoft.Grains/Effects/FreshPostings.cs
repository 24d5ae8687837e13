using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Scans;
using CiivSoft.Grains.Switches;
using CiivSoft.Lever;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Effects;

/// <summary>Postings as Lever shows them now: one read serves all writes of the next moment.</summary>
internal sealed class FreshPostings(AccountContext account)
{
    private readonly Dictionary<string, RunMode?> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset At, Task<PostingRow?> Read)> _reads = new(
        StringComparer.Ordinal
    );

    public bool IsFresh(string postingId) =>
        _reads.TryGetValue(postingId, out var last) && account.Now - last.At <= Freshness.Limit;

    /// <summary>What the posting was tagged with when it was read last; null for nothing, or when it was not read.</summary>
    public RunMode? TaggedAs(string postingId) => _tags.GetValueOrDefault(postingId);

    /// <summary>Null when Lever has no such posting.</summary>
#pragma warning disable VSTHRD003 // The task was begun by this very object on the activation's scheduler.
    public Task<PostingRow?> ReadAsync(string postingId, CancellationToken cancellationToken)
    {
        if (IsFresh(postingId) && !_reads[postingId].Read.IsFaulted)
        {
            return _reads[postingId].Read;
        }

        foreach (var old in _reads.Keys.Where(id => !IsFresh(id)).ToList())
        {
            _reads.Remove(old);
            _tags.Remove(old);
        }

        var read = ReadNowAsync(postingId, cancellationToken);
        _reads[postingId] = (account.Now, read);
        return read;
    }
#pragma warning restore VSTHRD003

    private async Task<PostingRow?> ReadNowAsync(string postingId, CancellationToken cancellationToken)
    {
        var posting = await account.Connection!.Lever.GetPostingAsync(
            postingId,
            LeverPriority.Effect,
            cancellationToken
        );
        _tags[postingId] = posting is null ? null : PostingTags.ModeOf(posting.Tags);
        return posting is null ? null : PostingMapping.ToRow(posting, openedAt: null);
    }
}
