namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>Segments that stand on one line across the page.</summary>
internal static class Rows
{
    /// <summary>Rows from top to bottom, each from left to right.</summary>
    public static List<List<Segment>> Of(IEnumerable<Segment> segments)
    {
        var rows = new List<List<Segment>>();
        double baseline = 0,
            size = 0;
        foreach (var segment in segments.OrderByDescending(segment => segment.Baseline))
        {
            if (rows.Count > 0 && baseline - segment.Baseline < 0.4 * Math.Min(Math.Max(size, 1), segment.Size))
            {
                rows[^1].Add(segment);
            }
            else
            {
                rows.Add([segment]);
                (baseline, size) = (segment.Baseline, segment.Size);
            }
        }

        foreach (var row in rows)
        {
            row.Sort((left, right) => left.Left.CompareTo(right.Left));
        }

        return rows;
    }
}
