using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Accounts;

internal sealed partial record AccountState
{
    /// <summary>What operators set for postings.</summary>
    [Id(30)]
    public ImmutableSortedDictionary<string, RunMode> PostingModes { get; init; } =
        ImmutableSortedDictionary<string, RunMode>.Empty;

    /// <summary>What postings are tagged with in Lever, as they were last listed.</summary>
    [Id(31)]
    public ImmutableSortedDictionary<string, RunMode> PostingTags { get; init; } =
        ImmutableSortedDictionary<string, RunMode>.Empty;

    /// <summary>How far a solution takes part for a posting: the strictest of all that says so.</summary>
    public RunMode ModeOf(Solution solution, string? postingId)
    {
        var account = Mode == AccountMode.Live ? RunMode.Live : RunMode.Shadow;
        return Strictest(account, Strictest(Settings.Solutions.Of(solution), ModeOf(postingId)));
    }

    /// <summary>How far a posting takes part, by operators and tags alone.</summary>
    public RunMode ModeOf(string? postingId) =>
        postingId is null
            ? RunMode.Live
            : Strictest(
                PostingModes.GetValueOrDefault(postingId, RunMode.Live),
                PostingTags.GetValueOrDefault(postingId, RunMode.Live)
            );

    /// <summary>Every posting that somebody switched.</summary>
    public ImmutableArray<PostingSwitch> PostingSwitches() =>
        [
            .. PostingModes
                .Keys.Union(PostingTags.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(id => new PostingSwitch(id, Find(PostingModes, id), Find(PostingTags, id))),
        ];

    /// <summary>Postings that are off or in shadow.</summary>
    public ImmutableSortedDictionary<string, RunMode> RestrictedPostings() =>
        PostingSwitches()
            .Where(s => s.Mode < RunMode.Live)
            .ToImmutableSortedDictionary(s => s.PostingId, s => s.Mode, StringComparer.Ordinal);

    public AccountState WithPostingMode(string postingId, RunMode? mode)
    {
        var next = mode is { } set ? PostingModes.SetItem(postingId, set) : PostingModes.Remove(postingId);
        return ReferenceEquals(next, PostingModes) ? this : Switched(this with { PostingModes = next });
    }

    /// <summary>Takes over the tags of postings as they were just listed; null for a posting without one.</summary>
    public AccountState WithPostingTags(IEnumerable<(string PostingId, RunMode? Mode)> listed)
    {
        var tags = listed.Aggregate(
            PostingTags,
            (all, posting) =>
                posting.Mode is { } mode ? all.SetItem(posting.PostingId, mode) : all.Remove(posting.PostingId)
        );
        return ReferenceEquals(tags, PostingTags) ? this : Switched(this with { PostingTags = tags });
    }

    // Stored together with the switch: neither a crash nor a failed read leaves somebody out who waited while it was off.
    private AccountState Switched(AccountState next) =>
        next.Opens(PostingModes.Keys.Concat(PostingTags.Keys).Where(id => IsOff(id) && !next.IsOff(id)));

    private bool IsOff(string postingId) => ModeOf(postingId) == RunMode.Off;

    private static RunMode Strictest(RunMode one, RunMode other) => one < other ? one : other;

    private static RunMode? Find(ImmutableSortedDictionary<string, RunMode> modes, string postingId) =>
        modes.TryGetValue(postingId, out var mode) ? mode : null;
}
