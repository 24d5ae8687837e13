using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Pdf;

/// <summary>A filled shape, shading or image.</summary>
internal sealed class PaintedArea
{
    private readonly Point[][] _outlines;

    /// <param name="outlines">Closed polygons; a point is inside by the even-odd rule.</param>
    /// <param name="clip">The part of the page that may be painted.</param>
    public PaintedArea(Point[][] outlines, Box clip)
    {
        _outlines = outlines;
        Box = Box.Around(outlines.SelectMany(outline => outline).ToArray()).Intersect(clip);
    }

    /// <summary>Its place in the order of painting.</summary>
    public required int Order { get; init; }

    /// <summary>Null for images, shadings and patterns.</summary>
    public required Ink? Ink { get; init; }

    /// <summary>0 is invisible, 1 covers.</summary>
    public required double Opacity { get; init; }

    public required bool IsImage { get; init; }

    public Box Box { get; }

    /// <summary>Whether text painted before shows through nowhere.</summary>
    public bool IsOpaque => Opacity >= 0.95;

    public bool Contains(Point point)
    {
        if (!Box.Contains(point))
        {
            return false;
        }

        var isInside = false;
        foreach (var outline in _outlines)
        {
            for (int i = 0, j = outline.Length - 1; i < outline.Length; j = i++)
            {
                var (a, b) = (outline[i], outline[j]);
                if (a.Y > point.Y != b.Y > point.Y && point.X < ((b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y)) + a.X)
                {
                    isInside = !isInside;
                }
            }
        }

        return isInside;
    }

    /// <summary>Whether the middle and the four inner corners of a box are inside.</summary>
    public bool Covers(Box box)
    {
        var (dx, dy) = (box.Width * 0.2, box.Height * 0.2);
        return Contains(new Point((box.Left + box.Right) / 2, (box.Bottom + box.Top) / 2))
            && Contains(new Point(box.Left + dx, box.Bottom + dy))
            && Contains(new Point(box.Right - dx, box.Bottom + dy))
            && Contains(new Point(box.Left + dx, box.Top - dy))
            && Contains(new Point(box.Right - dx, box.Top - dy));
    }
}
