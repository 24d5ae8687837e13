using CiivSoft.Cli.Checking.Recordings;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>What people changed, found by opportunity, contact and posting, up to a moment.</summary>
internal sealed class ChangesByOthers(Recording recording)
{
    private readonly ILookup<string?, PersonChange> _byOpportunity = recording.OthersChanges.ToLookup(c =>
        c.Change.Opportunity
    );

    private readonly ILookup<string?, PersonChange> _byContact = recording.OthersChanges.ToLookup(c =>
        c.Change.Contact
    );

    private readonly ILookup<string?, PersonChange> _byPosting = recording
        .OthersChanges.Where(c => c.Change.Kind is LeverChange.PostingCreated or LeverChange.PostingUpdated)
        .ToLookup(c => c.Change.Posting);

    private readonly Dictionary<string, string?> _postings = recording
        .World.Opportunities.DistinctBy(o => o.Id)
        .ToDictionary(o => o.Id, o => o.Posting, StringComparer.Ordinal);

    private readonly HashSet<string> _afterScreened =
    [
        .. recording
            .World.Stages.SkipWhile(s =>
                !string.Equals(
                    s.Text,
                    recording.Tables.Facts.Settings.ScreenedStage,
                    StringComparison.OrdinalIgnoreCase
                )
            )
            .Skip(1)
            .Select(s => s.Id),
    ];

    public IReadOnlyList<PersonChange> OfOpportunity(string id, long until) => Seen(_byOpportunity[id], until);

    public IReadOnlyList<PersonChange> OfContact(string id, long until) => Seen(_byContact[id], until);

    public string? PostingOf(string opportunity) => _postings.GetValueOrDefault(opportunity);

    public bool IsAfterScreened(string? stage) => stage is not null && _afterScreened.Contains(stage);

    /// <summary>The last stage change, when it led to a stage that stands against the write.</summary>
    public static PersonChange? StageBarrier(IReadOnlyList<PersonChange> seen, Func<string?, bool> stands) =>
        seen.LastOrDefault(c => c.Change.Kind == LeverChange.StageChanged) is { } last && stands(last.Change.To)
            ? last
            : null;

    /// <summary>Archived and not restored, deleted or anonymised.</summary>
    public static PersonChange? Ended(IReadOnlyList<PersonChange> seen) =>
        seen.FirstOrDefault(c => c.Change.Kind is LeverChange.Deleted or LeverChange.Anonymized)
        ?? (
            seen.LastOrDefault(c => c.Change.Kind is LeverChange.Archived or LeverChange.Unarchived)
                is { Change.Kind: LeverChange.Archived } archived
                ? archived
                : null
        );

    public static PersonChange? OptedOut(IReadOnlyList<PersonChange> seen) =>
        seen.LastOrDefault(c =>
            c.Change.Kind is LeverChange.TagsAdded or LeverChange.TagsRemoved
            && c.Change.Values.Contains(Marks.OptOutTag, StringComparer.OrdinalIgnoreCase)
        )
            is { Change.Kind: LeverChange.TagsAdded } added
            ? added
            : null;

    /// <summary>
    /// The change that closed the posting, when it is the last one that everybody saw, and nobody opened it again before the
    /// write: whoever read it then may have seen that.
    /// </summary>
    public PersonChange? Closed(string? posting, long until, LeverEvent write)
    {
        if (posting is null)
        {
            return null;
        }

        var states = _byPosting[posting].Where(c => c.Change.To is not null && c.Seq < write.Seq).ToList();
        return
            Seen(states, until).LastOrDefault() is { } last
            && !IsOpen(last)
            && !states.Exists(c => c.Seq > last.Seq && IsOpen(c))
            ? last
            : null;
    }

    private static bool IsOpen(PersonChange change) => change.Change.To is "published" or "internal";

    private static List<PersonChange> Seen(IEnumerable<PersonChange> changes, long until) =>
        [.. changes.Where(c => c.VisibleAt <= until)];
}
