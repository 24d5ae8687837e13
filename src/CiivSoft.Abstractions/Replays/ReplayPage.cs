using System.Collections.Immutable;

namespace CiivSoft.Abstractions.Replays;

/// <summary>Some past applications of an account. Holds no personal data but Lever's ids.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ReplayPage")]
public sealed record ReplayPage
{
    /// <summary>The applications, by opportunity id.</summary>
    [Id(0)]
    public required ImmutableArray<ReplayedApplication> Applications { get; init; }

    /// <summary>What to ask for next; null when these were the last.</summary>
    [Id(1)]
    public required string? Next { get; init; }

    /// <summary>FiiLTER's bar at present: the account's own, else the model's.</summary>
    [Id(2)]
    public required double Bar { get; init; }

    /// <summary>The model that scored.</summary>
    [Id(3)]
    public required string ModelVersion { get; init; }

    /// <summary>The policy that scored.</summary>
    [Id(4)]
    public required string PolicyVersion { get; init; }
}

/// <summary>A past application: what recruiters did with it, and what FiiLTER says.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ReplayedApplication")]
public sealed record ReplayedApplication
{
    /// <summary>Lever's id.</summary>
    [Id(0)]
    public required string OpportunityId { get; init; }

    /// <summary>The posting applied for.</summary>
    [Id(1)]
    public required string PostingId { get; init; }

    /// <summary>When the person applied, by Lever's clock.</summary>
    [Id(2)]
    public required DateTimeOffset AppliedAt { get; init; }

    /// <summary>What recruiters did.</summary>
    [Id(3)]
    public required RecruiterOutcome Outcome { get; init; }

    /// <summary>The score; null when there is none.</summary>
    [Id(4)]
    public double? Score { get; init; }

    /// <summary>Why there is no score.</summary>
    [Id(5)]
    public ReplayGap Gap { get; init; }

    /// <summary>Whether the posting was changed in Lever after the application, so that today's text stands for that of then.</summary>
    [Id(6)]
    public bool IsPostingEdited { get; init; }
}

/// <summary>What became of an application by people's hands.</summary>
[GenerateSerializer]
[Alias("ciivsoft.RecruiterOutcome")]
public enum RecruiterOutcome
{
    /// <summary>Still where it arrived, or where FiiLTER put it.</summary>
    Undecided = 0,

    /// <summary>In a later stage, or archived from one.</summary>
    Advanced = 1,

    /// <summary>Archived from where it arrived, or from where FiiLTER put it.</summary>
    NotAdvanced = 2,
}

/// <summary>Why a past application has no score.</summary>
[GenerateSerializer]
[Alias("ciivsoft.ReplayGap")]
public enum ReplayGap
{
    /// <summary>It has one.</summary>
    None = 0,

    /// <summary>No text of a résumé is stored.</summary>
    NoResume = 1,

    /// <summary>The stored résumé came after this application: it was not known then.</summary>
    ResumeIsNewer = 2,

    /// <summary>The posting is not known any more.</summary>
    NoPosting = 3,

    /// <summary>Résumé or posting cannot be judged, for its language or its length.</summary>
    NotJudgeable = 4,
}
