namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>Everything the rules look at, of one account: Lever's side and ours.</summary>
internal sealed class Recording
{
    private readonly Lazy<IReadOnlyList<LeverWrite>> _writes;
    private readonly Lazy<IReadOnlyList<PersonChange>> _changes;

    /// <param name="events">The simulator's history, oldest first.</param>
    /// <param name="world">Its world now.</param>
    /// <param name="tables">Our tables.</param>
    /// <param name="ourKeys">The simulator's names of the account's API keys.</param>
    public Recording(
        IReadOnlyList<LeverEvent> events,
        LeverWorld world,
        AccountTables tables,
        IReadOnlySet<string> ourKeys
    )
    {
        Events = events;
        World = world;
        Tables = tables;
        OurRequests = [.. events.Where(e => e is { IsRequest: true, Key: { } key } && ourKeys.Contains(key))];
        _writes = new(() => FindWrites(events, OurRequests));
        _changes = new(() => FindChanges(events, ourKeys, world.LateVisibilityMs));
    }

    public IReadOnlyList<LeverEvent> Events { get; }

    public LeverWorld World { get; }

    public AccountTables Tables { get; }

    /// <summary>Whatever arrived under the account's keys, also what was lost or refused.</summary>
    public IReadOnlyList<LeverEvent> OurRequests { get; }

    /// <summary>Our writes with all that they changed, late or not.</summary>
    public IReadOnlyList<LeverWrite> OurWrites => _writes.Value;

    /// <summary>What others changed in Lever: recruiters, applicants, other programs.</summary>
    public IReadOnlyList<PersonChange> OthersChanges => _changes.Value;

    /// <summary>Whether nothing is left to do, so that whatever is unsettled will stay so.</summary>
    public bool MustBeAtRest { get; init; }

    /// <summary>Requests a second that Lever permits the key.</summary>
    public double? PermittedRate { get; init; }

    /// <summary>Whether an opportunity may be missing from the world without anything being wrong.</summary>
    public bool IsGone(string? opportunityId) => opportunityId is not null && World.Deleted.Contains(opportunityId);

    private static List<LeverWrite> FindWrites(IReadOnlyList<LeverEvent> events, IReadOnlyList<LeverEvent> requests)
    {
        var late = events
            .Where(e => e is { Kind: LeverEvent.LateCommit, Of: not null })
            .ToLookup(e => e.Of!.Value, e => e.Effects);
        return
        [
            .. requests
                .Where(e => e.IsWrite)
                .Select(e => new LeverWrite(e, [.. e.Effects, .. late[e.Seq].SelectMany(effects => effects)])),
        ];
    }

    private static List<PersonChange> FindChanges(
        IReadOnlyList<LeverEvent> events,
        IReadOnlySet<string> ourKeys,
        long lateVisibilityMs
    )
    {
        var ours = events
            .Where(e => e is { IsRequest: true, Key: { } key } && ourKeys.Contains(key))
            .Select(e => e.Seq)
            .ToHashSet();
        return
        [
            .. events
                .Where(e => e.CommittedAtReal is not null && !ours.Contains(e.Of ?? e.Seq))
                .SelectMany(e =>
                    e.Effects.Select(change => new PersonChange(
                        e.Seq,
                        e.CommittedAtReal!.Value + lateVisibilityMs,
                        change
                    ))
                ),
        ];
    }
}

/// <summary>A write of ours.</summary>
internal sealed record LeverWrite(LeverEvent Request, IReadOnlyList<LeverChange> Changes);

/// <summary>A change by somebody else.</summary>
/// <param name="Seq">Its number in the history.</param>
/// <param name="VisibleAt">From when on every reader sees it, milliseconds.</param>
/// <param name="Change">What changed.</param>
internal sealed record PersonChange(long Seq, long VisibleAt, LeverChange Change);
