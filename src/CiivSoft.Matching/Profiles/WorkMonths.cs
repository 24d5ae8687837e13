namespace CiivSoft.Matching.Profiles;

/// <summary>Adds up periods of work; time that two of them share counts once.</summary>
internal static class WorkMonths
{
    public static int Count(IReadOnlyList<WorkPeriod> periods, int? asOfMonth)
    {
        if (periods.Count == 0)
        {
            return 0;
        }

        // Without a date to go by, work that goes on ends with the latest month the résumé names.
        var now = asOfMonth ?? periods.Max(period => period.EndMonth ?? period.FirstMonth + 1);
        var (months, reached) = (0, int.MinValue);
        foreach (var period in periods.OrderBy(period => period.FirstMonth))
        {
            var end = period.EndMonth ?? now;
            var start = Math.Max(period.FirstMonth, reached);
            months += Math.Max(0, end - start);
            reached = Math.Max(reached, end);
        }

        return months;
    }
}
