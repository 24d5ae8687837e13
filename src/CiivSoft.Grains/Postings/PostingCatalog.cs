using System.Collections.Concurrent;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Matching;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Requirements;

namespace CiivSoft.Grains.Postings;

/// <summary>This silo's copy of each account's open postings, read and ready to compare; made anew when a posting changed.</summary>
internal sealed class PostingCatalog(IMirrorStore mirror, IRequirementStore requirements, IMatchingEngine engine)
{
    private const int PreparedAtOnce = 512;

    private readonly ConcurrentDictionary<AccountKey, OpenPostings> _accounts = new();

    /// <summary>The account's open postings as of a version that the account grain counts.</summary>
    public async Task<OpenPostings> GetAsync(AccountKey account, long version, CancellationToken cancellationToken)
    {
        var known = _accounts.GetValueOrDefault(account);
        if (known is not null && known.Version >= version)
        {
            return known;
        }

        var rows = await mirror.ListPostingsAsync(account, cancellationToken);
        var edits = (await requirements.NewestAsync(account, cancellationToken)).ToDictionary(e => e.PostingId);
        var next = new OpenPostings(
            version,
            rows.Where(r => r.IsOpen)
                .ToDictionary(
                    r => r.PostingId,
                    r => Reuse(known, r, edits.GetValueOrDefault(r.PostingId)),
                    StringComparer.Ordinal
                )
        );
        await PrepareAsync(next, cancellationToken);
        _accounts[account] = next;
        return next;
    }

    /// <summary>Reads a posting that need not be open.</summary>
    public async Task<OpenPosting> ReadAsync(AccountKey account, PostingRow row, CancellationToken cancellationToken)
    {
        await engine.PrepareAsync([new PostingSource(row.Title, row.Text)], [], cancellationToken);
        var history = await requirements.HistoryAsync(account, row.PostingId, 1, cancellationToken);
        return Read(row, history.Count > 0 ? history[0] : null);
    }

    // Where a service embeds, all that are new are read at once: later nobody may wait for it.
    private async Task PrepareAsync(OpenPostings postings, CancellationToken cancellationToken)
    {
        if (!engine.NeedsPreparation)
        {
            return;
        }

        foreach (var unread in postings.All.Where(p => !p.LazyProfile.IsValueCreated).Chunk(PreparedAtOnce))
        {
            var sources = unread.Select(p => new PostingSource(p.Row.Title, p.Row.Text));
            await engine.PrepareAsync(sources, [], cancellationToken);
            foreach (var posting in unread)
            {
                _ = posting.Profile;
            }
        }
    }

    private OpenPosting Read(PostingRow row, RequirementEditRow? edit)
    {
        var edited = StoredRequirements.Read(edit);
        var source = new PostingSource(row.Title, row.Text) { Edited = edited };
        return new OpenPosting(
            row,
            new Lazy<PostingProfile>(() => engine.ReadPosting(source)),
            new Lazy<RequirementList>(() => edited ?? engine.Draft(source)),
            edit?.Version ?? 0
        );
    }

    private OpenPosting Reuse(OpenPostings? known, PostingRow row, RequirementEditRow? edit) =>
        known?.Find(row.PostingId) is { } old
        && old.Row.ContentHash == row.ContentHash
        && old.RequirementsVersion == (edit?.Version ?? 0)
            ? old with
            {
                Row = row,
            }
            : Read(row, edit);
}

/// <summary>Open postings at one version.</summary>
internal sealed class OpenPostings(long version, IReadOnlyDictionary<string, OpenPosting> postings)
{
    public long Version { get; } = version;

    public int Count => postings.Count;

    public IEnumerable<OpenPosting> All => postings.Values.OrderBy(p => p.Row.PostingId, StringComparer.Ordinal);

    public OpenPosting? Find(string postingId) => postings.GetValueOrDefault(postingId);
}

/// <summary>
/// A posting with what is compared; it is read when it is first needed. Version 0 of its requirements is the draft.
/// </summary>
internal sealed record OpenPosting(
    PostingRow Row,
    Lazy<PostingProfile> LazyProfile,
    Lazy<RequirementList> LazyRequirements,
    int RequirementsVersion = 0
)
{
    public PostingProfile Profile => LazyProfile.Value;

    public RequirementList Requirements => LazyRequirements.Value;
}
