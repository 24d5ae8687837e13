namespace CiivSoft.Grains.Accounts;

/// <summary>
/// What is known of marks in Lever that this database did not make: those of a lost one, or of another installation that is
/// at work. As long as new ones appear nothing is written, since two writers that cannot see each other would do things twice.
/// </summary>
[GenerateSerializer]
[Alias("ciivsoft.ForeignMarks")]
internal sealed record ForeignMarks
{
    /// <summary>When the newest of them was made, milliseconds by Lever's clock; null when there is none.</summary>
    [Id(0)]
    public long? NewestMs { get; init; }

    /// <summary>Nothing is written before; null when there never was a reason.</summary>
    [Id(1)]
    public DateTimeOffset? RestUntil { get; init; }

    /// <summary>
    /// The newest change in Lever before this database wrote anything, milliseconds by Lever's clock; null for a database of an
    /// earlier release, and where nothing was there.
    /// </summary>
    [Id(2)]
    public long? SinceMs { get; init; }

    /// <summary>
    /// Whether another installation had proposed people before this one wrote anything: its notes have Refs that this one's key
    /// does not make. Nothing is written then until an operator says that it is stopped.
    /// </summary>
    [Id(3)]
    public bool IsSecond { get; init; }

    /// <summary>Whether an opportunity may carry a note of ours that this database does not know, because it was there before.</summary>
    public bool MayHaveForgotten(long createdAtMs) => createdAtMs <= SinceMs;

    public bool RestsAt(DateTimeOffset now) => IsSecond || now < RestUntil;

    /// <summary>After an operator said that no other installation is at work.</summary>
    public ForeignMarks Alone() => this with { IsSecond = false };

    /// <summary>After a look that found one made at <paramref name="newestMs"/>: one newer than all before is a reason to rest.</summary>
    public ForeignMarks Seen(long? newestMs, DateTimeOffset restUntil) =>
        newestMs is null || newestMs <= NewestMs ? this : this with { NewestMs = newestMs, RestUntil = restUntil };

    /// <summary>After a write was found to have been another installation's.</summary>
    public ForeignMarks Met(DateTimeOffset restUntil) => this with { RestUntil = restUntil };
}
