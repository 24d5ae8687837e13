using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Faults;

/// <summary>Which share of the requests goes wrong, and how. Shares are from 0 to 1; a request has one fault at most.</summary>
internal sealed record FaultPlan
{
    public static readonly FaultPlan None = new();

    /// <summary>The connection breaks before anything is done.</summary>
    public double LostRequests { get; init; }

    /// <summary>Everything is done, then the connection breaks.</summary>
    public double LostAnswers { get; init; }

    /// <summary>Writes only: the connection breaks, and the write is carried out later.</summary>
    public double LateCommits { get; init; }

    /// <summary>The greatest delay of a late commit in real milliseconds.</summary>
    public int LateCommitMaxMs { get; init; } = 25_000;

    /// <summary>How long changes stay out of the lists, in milliseconds of the world's clock.</summary>
    public long LateVisibilityMs { get; init; }

    /// <summary>500, 502 or 503, and nothing is done.</summary>
    public double Status5xx { get; init; }

    /// <summary>500, 502 or 503, although everything is done.</summary>
    public double Status5xxAfterCommit { get; init; }

    public double Status429 { get; init; }

    /// <summary>The JSON is cut off or spoilt; what was asked is done.</summary>
    public double Malformed { get; init; }

    /// <summary>The first record of a list comes without its id; what was asked is done.</summary>
    public double BrokenRecords { get; init; }

    /// <summary>Every answer is delayed by up to so many real milliseconds.</summary>
    public int SlowMs { get; init; }

    /// <summary>Routes that have the faults, as <c>POST /opportunities</c>, or the beginning of such; empty for all.</summary>
    public ImmutableArray<string> Routes { get; init; } = [];

    public bool IsFor(string? route) =>
        Routes.Length == 0
        || (route is not null && Routes.Any(start => route.StartsWith(start, StringComparison.Ordinal)));
}
