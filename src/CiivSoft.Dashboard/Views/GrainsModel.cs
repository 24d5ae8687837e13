using System.Collections.Immutable;
using CiivSoft.Dashboard.Live;

namespace CiivSoft.Dashboard.Views;

/// <summary>What the page of the grains shows: those of the accounts that the user may see.</summary>
/// <param name="Grains">The grains.</param>
/// <param name="Board">How the accounts stand.</param>
/// <param name="SeesAll">Whether the user may see every account, and so the totals.</param>
public sealed record GrainsModel(ActiveGrains Grains, Board Board, bool SeesAll)
{
    /// <summary>Those of a kind.</summary>
    public ImmutableArray<ActiveGrain> Of(string kind) => [.. Grains.Grains.Where(g => g.Kind == kind)];
}
