namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>Glyphs to segments. Distances are in ems.</summary>
internal static class SegmentBuilder
{
    /// <summary>Text painted in one go may have gaps this wide (justified lines).</summary>
    private const double WidestGapInRun = 0.9;

    /// <summary>Text painted at different times belongs together over a gap as wide as a blank.</summary>
    private const double WidestGapBetweenRuns = 0.45;

    private const double WidestOverlap = 0.6;

    /// <summary>How far a bullet or label without letters stands from its text.</summary>
    private const double WidestGapAfterBullet = 4;

    public static List<Segment> Build(IEnumerable<PlacedGlyph> glyphs) => AttachBullets(MergeRuns(Runs(glyphs)));

    private static List<Segment> Runs(IEnumerable<PlacedGlyph> glyphs)
    {
        var runs = new List<Segment>();
        var isNew = true;
        foreach (var glyph in glyphs)
        {
            if (glyph.Glyph.IsBlank && (isNew || !Continues(runs[^1], glyph)))
            {
                continue;
            }

            if (!isNew && Continues(runs[^1], glyph))
            {
                runs[^1].Add(glyph);
            }
            else
            {
                runs.Add(new Segment(glyph));
                isNew = false;
            }
        }

        return runs;
    }

    private static bool Continues(Segment run, PlacedGlyph glyph)
    {
        var gap = (glyph.Left - run.Right) / Math.Max(run.Size, glyph.Size);
        return gap is > -WidestOverlap and < WidestGapInRun && run.SharesLineWith(glyph.Baseline, glyph.Size);
    }

    private static List<Segment> MergeRuns(List<Segment> runs)
    {
        var merged = new List<Segment>();
        foreach (var line in Rows.Of(runs))
        {
            var current = line[0];
            foreach (var next in line.Skip(1))
            {
                var gap = (next.Left - current.Right) / Math.Max(next.Size, current.Size);
                if (gap < WidestGapBetweenRuns && current.SharesLineWith(next.Baseline, next.Size))
                {
                    current.Add(next);
                }
                else
                {
                    merged.Add(current);
                    current = next;
                }
            }

            merged.Add(current);
        }

        return merged;
    }

    private static List<Segment> AttachBullets(List<Segment> segments)
    {
        var attached = new List<Segment>();
        foreach (var line in Rows.Of(segments))
        {
            for (var i = 0; i < line.Count; i++)
            {
                var isBullet =
                    i + 1 < line.Count
                    && !line[i].HasWord
                    && line[i].Glyphs.Count <= 3
                    && line[i + 1].Left - line[i].Right < WidestGapAfterBullet * line[i + 1].Size;
                if (isBullet)
                {
                    line[i + 1].Add(line[i]);
                }
                else
                {
                    attached.Add(line[i]);
                }
            }
        }

        return attached;
    }
}
