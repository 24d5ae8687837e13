using CiivSoft.Cli.Checking.Costs;

namespace CiivSoft.Cli.Checking;

/// <summary>What the check found in one account.</summary>
internal sealed record CheckReport
{
    public required string Account { get; init; }

    public required CheckCounts Counts { get; init; }

    /// <summary>Empty when everything holds.</summary>
    public required IReadOnlyList<Breach> Findings { get; init; }

    public required IReadOnlyList<CostRow> Costs { get; init; }

    /// <summary>Whether the costs are judged: faults make calls be repeated, so they are not where there were any.</summary>
    public required bool AreCostsJudged { get; init; }

    public bool Holds => Findings.Count == 0;
}

/// <summary>How much was looked at.</summary>
internal sealed record CheckCounts
{
    /// <summary>Lines of the history.</summary>
    public int Events { get; init; }

    /// <summary>Calls under the account's keys.</summary>
    public int Calls { get; init; }

    public int Writes { get; init; }

    /// <summary>Calls that a fault was played on.</summary>
    public int Faults { get; init; }

    public int TooManyRequests { get; init; }

    public int Applications { get; init; }

    public int Decisions { get; init; }

    /// <summary>Effects by state.</summary>
    public IReadOnlyDictionary<string, int> Effects { get; init; } = new Dictionary<string, int>();
}
