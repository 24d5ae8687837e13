using System.Collections.Immutable;

namespace CiivSoft.Abstractions.Accounts;

/// <summary>What an account is doing, without personal data.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.AccountStatus")]
public sealed record AccountStatus
{
    /// <summary>The account's name.</summary>
    [Id(0)]
    public required string Account { get; init; }

    /// <summary>Whether Lever accepts the key.</summary>
    [Id(1)]
    public required ConnectionStatus Connection { get; init; }

    /// <summary>Shadow or live.</summary>
    [Id(2)]
    public required AccountMode Mode { get; init; }

    /// <summary>Pauses in force.</summary>
    [Id(3)]
    public ImmutableArray<PauseScope> Pauses { get; init; } = [];

    /// <summary>The settings in force.</summary>
    [Id(4)]
    public required AccountSettings Settings { get; init; }

    /// <summary>The last finished scan; null before the first.</summary>
    [Id(5)]
    public ScanSummary? LastScan { get; init; }

    /// <summary>Whether a scan runs now.</summary>
    [Id(6)]
    public bool IsScanning { get; init; }

    /// <summary>When the next scan is due; null when nothing is scheduled.</summary>
    [Id(7)]
    public DateTimeOffset? NextScanAt { get; init; }

    /// <summary>The first synchronisation.</summary>
    [Id(8)]
    public required SyncProgress Sync { get; init; }

    /// <summary>What waits to be looked at.</summary>
    [Id(9)]
    public required Backlog Backlog { get; init; }

    /// <summary>Effects by state, for example <c>done</c> → 12.</summary>
    [Id(10)]
    public ImmutableSortedDictionary<string, long> Effects { get; init; } =
        ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>What needs a person.</summary>
    [Id(11)]
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Calls made to Lever since this activation began.</summary>
    [Id(12)]
    public long Calls { get; init; }

    /// <summary>Nothing is running and nothing is due.</summary>
    [Id(13)]
    public bool IsIdle { get; init; }

    /// <summary>People whose résumé is known and open postings, as ARKiiVE and REFiiNE see them.</summary>
    [Id(14)]
    public required KnownCounts Known { get; init; }

    /// <summary>The silo that works on the account, as <c>address:port</c> of its endpoint for other silos.</summary>
    [Id(15)]
    public string RunsOn { get; init; } = "";

    /// <summary>Nothing is scanned, decided or written before, by the account's schedule; null while it works.</summary>
    [Id(30)]
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>Daily quotas and what of them is used; null when none is set.</summary>
    [Id(31)]
    public DailyUse? Today { get; init; }

    /// <summary>Postings that an operator or a tag in Lever switched, by id.</summary>
    [Id(32)]
    public ImmutableArray<PostingSwitch> PostingSwitches { get; init; } = [];
}

/// <summary>Whether Lever accepts the account's key.</summary>
[GenerateSerializer]
[Alias("ciivsoft.ConnectionStatus")]
public enum ConnectionStatus
{
    /// <summary>Never connected.</summary>
    None = 0,

    /// <summary>The key works.</summary>
    Connected = 1,

    /// <summary>The key was refused lately; Lever is probed at long intervals and nothing else is done.</summary>
    Suspect = 2,

    /// <summary>The key was refused three times over five minutes: the account is disconnected.</summary>
    Disconnected = 3,
}

/// <summary>A finished scan.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Calls">Calls to Lever.</param>
/// <param name="Changed">Opportunities, postings and deletions that were new to us.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ScanSummary")]
public sealed record ScanSummary(
    [property: Id(0)] DateTimeOffset StartedAt,
    [property: Id(1)] DateTimeOffset FinishedAt,
    [property: Id(2)] int Calls,
    [property: Id(3)] int Changed
);

/// <summary>How far the first synchronisation got, newest first.</summary>
/// <param name="IsComplete">Whether everybody was seen.</param>
/// <param name="ReachedBack">Everything created after this was listed; null before the first window.</param>
/// <param name="Listed">Opportunities listed so far.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.SyncProgress")]
public sealed record SyncProgress(
    [property: Id(0)] bool IsComplete,
    [property: Id(1)] DateTimeOffset? ReachedBack,
    [property: Id(2)] long Listed
);

/// <summary>What waits to be looked at.</summary>
/// <param name="NewApplications">People with applications to decide.</param>
/// <param name="NewPostings">Postings whose ARKiiVE run waits.</param>
/// <param name="People">People of the first synchronisation.</param>
/// <param name="Postponed">Not due yet: late résumés, repeats after failures.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.Backlog")]
public sealed record Backlog(
    [property: Id(0)] long NewApplications,
    [property: Id(1)] long NewPostings,
    [property: Id(2)] long People,
    [property: Id(3)] long Postponed
);

/// <summary>How much of the account is known.</summary>
/// <param name="Opportunities">Opportunities.</param>
/// <param name="People">Contacts.</param>
/// <param name="ReadablePeople">Contacts with readable résumé.</param>
/// <param name="OpenPostings">Open postings.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.KnownCounts")]
public sealed record KnownCounts(
    [property: Id(0)] long Opportunities,
    [property: Id(1)] long People,
    [property: Id(2)] long ReadablePeople,
    [property: Id(3)] long OpenPostings
);
