using CiivSoft.Storage.Activity;

namespace CiivSoft.Dashboard.Views;

/// <summary>A page of the activity log.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record ActivityModel(IReadOnlyList<ActivityRow> Lines, string? Next);
