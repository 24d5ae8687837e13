using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Live;

/// <summary>How things stand, for all accounts.</summary>
public sealed record Board
{
    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The accounts, by name.</summary>
    public required ImmutableArray<AccountBoard> Accounts { get; init; }

    /// <summary>The silos that are not dead; empty when no silo answers.</summary>
    public required ImmutableArray<SiloLine> Silos { get; init; }

    /// <summary>What keeps the board from being whole; null when nothing does.</summary>
    public string? Trouble { get; init; }
}

/// <summary>How an account stands.</summary>
public sealed record AccountBoard
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What the account tells; null when it never answered.</summary>
    public AccountStatus? Status { get; init; }

    /// <summary>When it told.</summary>
    public required DateTimeOffset StatusAt { get; init; }

    /// <summary>Whether it answered this time.</summary>
    public required bool Answers { get; init; }

    /// <summary>Calls to Lever each second, over the last half minute; null when not known yet.</summary>
    public double? CallsPerSecond { get; init; }

    /// <summary>Decisions of the last 14 days (UTC), today last.</summary>
    public ImmutableArray<DayCount> Days { get; init; } = [];
}

/// <summary>What was decided on one day (UTC).</summary>
/// <param name="Day">The day.</param>
/// <param name="Counts">By solution and verdict.</param>
public sealed record DayCount(DateOnly Day, ImmutableArray<VerdictCount> Counts)
{
    /// <summary>How many of a solution's decisions advanced or proposed somebody.</summary>
    public long Advanced(Solution solution) =>
        Counts.Where(c => c.Solution == solution && c.Verdict is ("match" or "lead")).Sum(c => c.Decisions);

    /// <summary>How many of a solution's decisions left everything as it was.</summary>
    public long Others(Solution solution) =>
        Counts.Where(c => c.Solution == solution).Sum(c => c.Decisions) - Advanced(solution);
}

/// <summary>A silo.</summary>
/// <param name="Address">Where it is reached by other silos.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">For example <c>Active</c>.</param>
/// <param name="StartedAt">When it started; null when not known.</param>
/// <param name="Grains">Active grains; null when it does not tell.</param>
/// <param name="MemoryMegabytes">Memory in use; null when it does not tell.</param>
public sealed record SiloLine(
    string Address,
    string Name,
    string Status,
    DateTimeOffset? StartedAt,
    int? Grains,
    long? MemoryMegabytes
);
