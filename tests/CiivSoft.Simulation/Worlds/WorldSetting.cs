using CiivSoft.Simulation.Clockwork;

namespace CiivSoft.Simulation.Worlds;

/// <summary>How large and how quick a seed's world is.</summary>
internal sealed record WorldSetting
{
    public required int Accounts { get; init; }

    public required int Silos { get; init; }

    public required int Postings { get; init; }

    public required int People { get; init; }

    /// <summary>N, ARKiiVE's leads for a posting.</summary>
    public required int LeadsPerPosting { get; init; }

    /// <summary>Calls a second.</summary>
    public required double Rate { get; init; }

    /// <summary>Rows that Lever puts on a page, whatever is asked for.</summary>
    public required int PageSize { get; init; }

    /// <summary>How long recruiters act and things fail; after that all is left to come to rest.</summary>
    public required TimeSpan Busy { get; init; }

    public required int Acts { get; init; }

    /// <summary>Rarer than in a silo, which looks each second, so that a quiet hour costs little.</summary>
    public TimeSpan Beat { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Rarer for the same reason: of a seed's steps, two in five were this question.</summary>
    public TimeSpan AskWhoHoldsEvery { get; } = TimeSpan.FromSeconds(20);

    public TimeSpan ScanEvery { get; } = TimeSpan.FromMinutes(5);

    public static WorldSetting Draw(Chance chance) =>
        new()
        {
            Accounts = chance.Is(0.15) ? 2 : 1,
            Silos = chance.Is(0.5) ? 2 : 1,
            Postings = chance.Between(2, 5),
            People = chance.Between(2, 6),
            LeadsPerPosting = chance.Between(1, 4),
            Rate = chance.Pick([3, 4, 10, 10, 10]),
            PageSize = chance.Pick([2, 3, 5, 100]),
            Busy = TimeSpan.FromMinutes(chance.Between(5, 14)),
            Acts = chance.Between(5, 16),
        };
}
