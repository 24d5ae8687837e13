namespace CiivSoft.Cli.Checking.Costs;

/// <summary>What one kind of event cost in calls to Lever.</summary>
/// <param name="Event">The kind.</param>
/// <param name="Events">How many there were.</param>
/// <param name="Median">Calls of the middle one; null when there was none.</param>
/// <param name="Mean">Calls on average; null when there was none.</param>
/// <param name="Worst">Calls of the dearest; null when there was none.</param>
/// <param name="Must">At most so many are allowed.</param>
internal sealed record CostRow(string Event, int Events, double? Median, double? Mean, double? Worst, double Must)
{
    /// <summary>Judged by the middle one: a résumé that was waited for costs another look and is no fault.</summary>
    public bool IsOver => Median > Must;

    public static CostRow Of(string name, IReadOnlyList<double> calls, double must)
    {
        if (calls.Count == 0)
        {
            return new CostRow(name, 0, null, null, null, must);
        }

        var sorted = calls.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new CostRow(name, calls.Count, median, calls.Average(), sorted[^1], must);
    }
}
