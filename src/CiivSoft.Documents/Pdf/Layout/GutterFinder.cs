namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>
/// Finds where text stands in columns. A gap between columns looks like one between the cells of a table; the order of
/// painting tells them apart: a table is painted row by row, columns one after the other.
/// </summary>
internal static class GutterFinder
{
    private const int MostCandidates = 60;

    /// <summary>The least width of a gutter in ems.</summary>
    private const double LeastGap = 0.7;

    private const int LeastRowsOfRunningText = 6;

    /// <summary>The gutter with the most lines on its sides, or null when the segments are one column.</summary>
    public static Gutter? Find(List<Segment> segments)
    {
        if (segments.Count < 4)
        {
            return null;
        }

        var sorted = segments.OrderByDescending(segment => segment.Baseline).ToList();
        var leftmost = segments.Min(segment => segment.Left);
        (int Rows, int Start, int End, double Edge) best = default;
        foreach (var edge in Candidates(segments, leftmost))
        {
            foreach (var (start, end) in Stretches(sorted, edge))
            {
                var rows = Judge(sorted[start..end], edge);
                if (rows > best.Rows)
                {
                    best = (rows, start, end, edge);
                }
            }
        }

        if (best.Rows == 0)
        {
            return null;
        }

        var middle = sorted[best.Start..best.End];
        return new Gutter(
            sorted[..best.Start],
            [.. middle.Where(segment => !IsRight(segment, best.Edge))],
            [.. middle.Where(segment => IsRight(segment, best.Edge))],
            sorted[best.End..]
        );
    }

    /// <summary>Left edges of segments, the commonest first.</summary>
    private static IEnumerable<double> Candidates(List<Segment> segments, double leftmost) =>
        segments
            .Where(segment => segment.Left > leftmost + (3 * segment.Size))
            .GroupBy(segment => Math.Round(segment.Left / 2))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Take(MostCandidates)
            .Select(group => group.Min(segment => segment.Left));

    private static bool IsRight(Segment segment, double edge) => segment.Left >= edge - 0.5;

    private static bool IsLeft(Segment segment, double edge) => segment.Right <= edge - (LeastGap * segment.Size);

    /// <summary>Where, from top to bottom, no segment crosses the edge.</summary>
    private static IEnumerable<(int Start, int End)> Stretches(List<Segment> sorted, double edge)
    {
        var start = 0;
        for (var i = 0; i <= sorted.Count; i++)
        {
            if (i == sorted.Count || !(IsRight(sorted[i], edge) || IsLeft(sorted[i], edge)))
            {
                if (i - start >= 4)
                {
                    yield return (start, i);
                }

                start = i + 1;
            }
        }
    }

    /// <summary>How many lines stand in two columns, or 0 when it is one column or a table.</summary>
    private static int Judge(List<Segment> stretch, double edge)
    {
        var left = stretch.Where(segment => !IsRight(segment, edge)).ToList();
        var right = stretch.Where(segment => IsRight(segment, edge)).ToList();
        if (left.Count < 2 || right.Count < 2 || !StandBesideEachOther(left, right))
        {
            return 0;
        }

        var (leftRows, rightRows) = (Rows.Of(left).Count, Rows.Of(right).Count);
        var rows = Math.Min(leftRows, rightRows);
        if (rows < 2)
        {
            return 0;
        }

        var isPaintedInColumns = Switches(stretch, edge) <= 1 + (rows / 4);
        return isPaintedInColumns || IsRunningText(left, right, leftRows, rightRows) ? leftRows + rightRows : 0;
    }

    private static bool StandBesideEachOther(List<Segment> left, List<Segment> right)
    {
        var (leftTop, leftBottom) = (left[0].Baseline, left[^1].Baseline);
        var (rightTop, rightBottom) = (right[0].Baseline, right[^1].Baseline);
        var overlap = Math.Min(leftTop, rightTop) - Math.Max(leftBottom, rightBottom);
        return overlap > 0.4 * Math.Min(leftTop - leftBottom, rightTop - rightBottom);
    }

    /// <summary>How often painting went from one side to the other.</summary>
    private static int Switches(List<Segment> stretch, double edge)
    {
        var switches = -1;
        bool? side = null;
        foreach (var segment in stretch.OrderBy(segment => segment.FirstOrder))
        {
            if (IsRight(segment, edge) != side)
            {
                side = !side ?? IsRight(segment, edge);
                switches++;
            }
        }

        return switches;
    }

    /// <summary>Long lines on both sides that do not stand on common baselines: columns, in whatever order they were painted.</summary>
    private static bool IsRunningText(List<Segment> left, List<Segment> right, int leftRows, int rightRows)
    {
        if (Math.Min(leftRows, rightRows) < LeastRowsOfRunningText)
        {
            return false;
        }

        var shared = leftRows + rightRows - Rows.Of([.. left, .. right]).Count;
        return shared * 2 < Math.Min(leftRows, rightRows) && Fill(left) > 0.55 && Fill(right) > 0.55;
    }

    private static double Fill(List<Segment> column)
    {
        var width = column.Max(segment => segment.Right) - column.Min(segment => segment.Left);
        return column.Average(segment => segment.Width) / Math.Max(1, width);
    }
}
