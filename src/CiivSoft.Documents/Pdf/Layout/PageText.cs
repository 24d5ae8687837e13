using System.Text;

namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>The characters of a page in the order in which people read them.</summary>
internal static class PageText
{
    private const int MostNestedColumns = 8;

    public static void Append(IReadOnlyList<Glyph> glyphs, StringBuilder text)
    {
        // Upright text first; turned text (a date up the margin, a watermark) after it, angle by angle.
        foreach (var direction in glyphs.GroupBy(Degrees).OrderBy(group => group.Key))
        {
            var placed = direction.Select(glyph => PlacedGlyph.Turn(glyph, direction.Key));
            AppendRegion(SegmentBuilder.Build(placed), text, 0);
        }
    }

    /// <summary>The direction of writing to the nearest 5 degrees, 0…355.</summary>
    private static int Degrees(Glyph glyph)
    {
        var (dx, dy) = (glyph.End.X - glyph.Start.X, glyph.End.Y - glyph.Start.Y);
        if (Math.Abs(dx) + Math.Abs(dy) < 1e-6)
        {
            return 0;
        }

        var degrees = (int)Math.Round(Math.Atan2(dy, dx) * 180 / Math.PI / 5) * 5;
        return (degrees + 360) % 360;
    }

    private static void AppendRegion(List<Segment> segments, StringBuilder text, int depth)
    {
        if (segments.Count == 0)
        {
            return;
        }

        if (depth < MostNestedColumns && GutterFinder.Find(segments) is { } gutter)
        {
            AppendRegion(gutter.Above, text, depth + 1);
            AppendRegion(gutter.Left, text, depth + 1);
            AppendRegion(gutter.Right, text, depth + 1);
            AppendRegion(gutter.Below, text, depth + 1);
            return;
        }

        foreach (var row in Rows.Of(segments))
        {
            text.Append(LineText.Of(row)).Append('\n');
        }
    }
}
