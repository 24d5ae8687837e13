using System.Runtime.InteropServices;

namespace CiivSoft.Documents.Pdf;

/// <summary>An upright rectangle in points, y upwards.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public static Box Everything { get; } =
        new(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    public double Width => Math.Max(0, Right - Left);

    public double Height => Math.Max(0, Top - Bottom);

    public double Area => Width * Height;

    public static Box Around(ReadOnlySpan<Point> points)
    {
        double left = double.PositiveInfinity,
            bottom = double.PositiveInfinity,
            right = double.NegativeInfinity,
            top = double.NegativeInfinity;
        foreach (var point in points)
        {
            left = Math.Min(left, point.X);
            right = Math.Max(right, point.X);
            bottom = Math.Min(bottom, point.Y);
            top = Math.Max(top, point.Y);
        }

        return new Box(left, bottom, right, top);
    }

    public Box Intersect(Box other) =>
        new(
            Math.Max(Left, other.Left),
            Math.Max(Bottom, other.Bottom),
            Math.Min(Right, other.Right),
            Math.Min(Top, other.Top)
        );

    public bool Contains(Point point) => point.X >= Left && point.X <= Right && point.Y >= Bottom && point.Y <= Top;

    /// <summary>The share of this box that lies in the other, 0…1.</summary>
    public double ShareIn(Box other) => Area <= 0 ? 0 : Intersect(other).Area / Area;
}
