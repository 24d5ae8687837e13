using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Abstractions.Candidates;

/// <summary>What the account tells a grain with the work: how things stand for the whole account.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.WorkOrder")]
public sealed record WorkOrder
{
    /// <summary>Version of the queued work item, so that what arrives meanwhile is not lost.</summary>
    [Id(0)]
    public required long WorkVersion { get; init; }

    /// <summary>How often the item was postponed after a failure.</summary>
    [Id(1)]
    public int Attempts { get; init; }

    /// <summary>How urgent it is.</summary>
    [Id(2)]
    public required CallUrgency Urgency { get; init; }

    /// <summary>Whether decisions are only recorded.</summary>
    [Id(3)]
    public required bool IsShadow { get; init; }

    /// <summary>The account's settings.</summary>
    [Id(4)]
    public required AccountSettings Settings { get; init; }

    /// <summary>Raised whenever a posting of the account changes.</summary>
    [Id(5)]
    public required long PostingsVersion { get; init; }

    /// <summary>Lever's stages in the order of the pipeline.</summary>
    [Id(6)]
    public required ImmutableArray<StageInfo> Stages { get; init; }

    /// <summary>For postings: why ARKiiVE runs, <c>opened</c>, <c>sync-complete</c>, <c>on-demand</c> or <c>refill</c>.</summary>
    [Id(7)]
    public string Cause { get; init; } = "opened";

    /// <summary>Lever's id of the archive reason that means hired, as configured or read; null when not known.</summary>
    [Id(8)]
    public string? HiredReasonId { get; init; }

    /// <summary>Raised whenever key, address or service user change, so that silos know when their clients are old.</summary>
    [Id(9)]
    public required long ConnectionVersion { get; init; }

    /// <summary>Postings that are off or in shadow, whoever switched them.</summary>
    [Id(30)]
    public ImmutableSortedDictionary<string, RunMode> PostingModes { get; init; } =
        ImmutableSortedDictionary<string, RunMode>.Empty;

    /// <summary>How far a solution takes part for a posting: the strictest of account, solution and posting.</summary>
    public RunMode ModeOf(Solution solution, string? postingId)
    {
        var account = IsShadow ? RunMode.Shadow : RunMode.Live;
        var switched = Settings.Solutions.Of(solution);
        var posting = postingId is null ? RunMode.Live : PostingModes.GetValueOrDefault(postingId, RunMode.Live);
        return (RunMode)Math.Min((int)account, Math.Min((int)switched, (int)posting));
    }

    /// <summary>The application to decide again; null for the person's waiting ones.</summary>
    [Id(20)]
    public string? RerunOf { get; init; }
}

/// <summary>A stage of the pipeline.</summary>
/// <param name="StageId">Lever's id.</param>
/// <param name="Text">Its name.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.StageInfo")]
public readonly record struct StageInfo([property: Id(0)] string StageId, [property: Id(1)] string Text);

/// <summary>What a grain did with its work.</summary>
/// <param name="PlannedEffects">Effects planned now.</param>
/// <param name="Decisions">Decisions made now.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.WorkOutcome")]
public sealed record WorkOutcome([property: Id(0)] int PlannedEffects, [property: Id(1)] int Decisions)
{
    /// <summary>Nothing was left to do.</summary>
    public static WorkOutcome Nothing { get; } = new(0, 0);

    /// <summary>What kept the grain from finishing; the work is postponed. None when it finished.</summary>
    [Id(2)]
    public WorkTrouble Trouble { get; init; }

    /// <summary>For <see cref="WorkTrouble.MissingRight"/>: the right's name in Lever's dialog.</summary>
    [Id(3)]
    public string? MissingRight { get; init; }
}

/// <summary>What kept a grain from finishing its work.</summary>
[GenerateSerializer]
[Alias("ciivsoft.WorkTrouble")]
public enum WorkTrouble
{
    /// <summary>It finished.</summary>
    None = 0,

    /// <summary>Lever did not answer or answered that it cannot now.</summary>
    LeverUnavailable = 1,

    /// <summary>Lever did not accept the key.</summary>
    KeyRefused = 2,

    /// <summary>The key lacks a right.</summary>
    MissingRight = 3,
}
