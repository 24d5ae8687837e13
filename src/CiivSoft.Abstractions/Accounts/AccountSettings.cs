namespace CiivSoft.Abstractions.Accounts;

/// <summary>What an operator may set for an account.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.AccountSettings")]
public sealed record AccountSettings
{
    /// <summary>Time between scans. The default is 30 minutes, 5 minutes at least.</summary>
    [Id(0)]
    public TimeSpan ScanEvery { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>At most so many ARKiiVE leads on a posting. The default is 7.</summary>
    [Id(1)]
    public int LeadsPerPosting { get; init; } = 7;

    /// <summary>Text of the stage that FiiLTER moves matches to, compared without regard to case.</summary>
    [Id(2)]
    public string ScreenedStage { get; init; } = "CiiVSOFT SCREENED";

    /// <summary>At most so many REFiiNE leads for an application. The default is 1.</summary>
    [Id(3)]
    public int LeadsPerApplication { get; init; } = 1;

    /// <summary>At most so many of our leads for a person in 30 days. The default is 2.</summary>
    [Id(4)]
    public int LeadsPerPerson { get; init; } = 2;

    /// <summary>Whether confidential postings and opportunities take part. The default is no.</summary>
    [Id(5)]
    public bool IncludeConfidential { get; init; }

    /// <summary>Whether an application that matched nowhere gets a note. The default is no.</summary>
    [Id(6)]
    public bool NoteWhenNothingMatches { get; init; }

    /// <summary>Lever's id of the archive reason that means hired; null to find out by what the key may read.</summary>
    [Id(7)]
    public string? HiredReasonId { get; init; }

    /// <summary>Calls to Lever each second at most. The default is 10, Lever's own limit for a key; 3 at least.</summary>
    [Id(8)]
    public double CallsPerSecond { get; init; } = 10;

    /// <summary>Whether new leads are owned by the posting's owner rather than by the service user. The default is yes.</summary>
    [Id(9)]
    public bool LeadsBelongToPostingOwner { get; init; } = true;

    /// <summary>How long a disconnected account's data is kept before it is erased. The default is 30 days.</summary>
    [Id(10)]
    public TimeSpan KeepAfterDisconnect { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The switch of each solution.</summary>
    [Id(30)]
    public SolutionModes Solutions { get; init; } = new();

    /// <summary>Bars in place of the model's own.</summary>
    [Id(31)]
    public SolutionBars Bars { get; init; } = new();

    /// <summary>When the account works. The default is always.</summary>
    [Id(32)]
    public WorkSchedule Schedule { get; init; } = new();

    /// <summary>The most moves and leads on a day. The default is no limit.</summary>
    [Id(33)]
    public DailyQuotas Quotas { get; init; } = new();

    /// <summary>How long ARKiiVE and REFiiNE leave somebody alone who was archived on the very posting. The default is 180 days.</summary>
    [Id(34)]
    public TimeSpan LeaveArchivedFor { get; init; } = TimeSpan.FromDays(180);

    /// <summary>
    /// Text or id of the archive reason that undo gives when it withdraws a lead of ours; never the one that means hired.
    /// Null, the default: leads are not withdrawn, and undo says what to do by hand.
    /// </summary>
    [Id(20)]
    public string? WithdrawReason { get; init; }
}
