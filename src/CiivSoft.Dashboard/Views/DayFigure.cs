namespace CiivSoft.Dashboard.Views;

/// <summary>Two counts of a day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Good">Drawn below, in colour.</param>
/// <param name="Other">Drawn above it, paler.</param>
public sealed record DayFigure(DateOnly Day, long Good, long Other);
