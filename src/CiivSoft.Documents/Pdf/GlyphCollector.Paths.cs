using CiivSoft.Documents.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Tokens;

namespace CiivSoft.Documents.Pdf;

/// <content>Paths, clips, shadings and images.</content>
internal sealed partial class GlyphCollector
{
    /// <summary>What is smaller, in points, neither carries nor covers readable text.</summary>
    private const double LeastAreaSide = 2.5;

    private const int MostPathPoints = 20_000;
    private const int CurveSteps = 6;

    private readonly List<List<Point>> _path = [];
    private int _pathPoints;
    private bool _clipsNext;

    public override void BeginSubpath() => _path.Add([]);

    public override PdfPoint? CloseSubpath() =>
        _path.Count > 0 && _path[^1].Count > 0 ? new PdfPoint(_path[^1][0].X, _path[^1][0].Y) : null;

    public override void MoveTo(double x, double y)
    {
        BeginSubpath();
        AddPoint(x, y);
    }

    public override void LineTo(double x, double y) => AddPoint(x, y);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        var current = CurrentTransformationMatrix.Inverse().Transform(CurrentPosition);
        BezierCurveTo(current.X, current.Y, x2, y2, x3, y3);
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        var matrix = CurrentTransformationMatrix;
        var from = new Point(CurrentPosition.X, CurrentPosition.Y);
        var (one, two, three) = (At(matrix, x1, y1), At(matrix, x2, y2), At(matrix, x3, y3));
        for (var step = 1; step <= CurveSteps; step++)
        {
            var t = (double)step / CurveSteps;
            AddPagePoint(OnCurve(from, one, two, three, t));
        }
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        AddPoint(x + width, y);
        AddPoint(x + width, y + height);
        AddPoint(x, y + height);
    }

    public override void StrokePath(bool close)
    {
        AddThickLines();
        EndPath();
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        AddFilledPath();
        EndPath();
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close) => FillPath(fillingRule, close);

    public override void ClosePath() => EndPath();

    public override void EndPath()
    {
        if (_clipsNext)
        {
            var points = _path.SelectMany(subpath => subpath).ToArray();
            Clip(points.Length == 0 ? default : Box.Around(points));
        }

        _clipsNext = false;
        _pathPoints = 0;
        _path.Clear();
    }

    /// <summary>The path in hand clips what is painted after it, and may itself be painted first.</summary>
    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clipsNext = true;

    public override void PaintShading(NameToken shading)
    {
        var clip = _clips.Peek().Intersect(_bounds);
        AddArea([Corners(clip)], ink: null, isImage: false);
    }

    public override void BeginInlineImage()
    {
        // An image's samples are of no interest, only where it lies: see EndInlineImage.
    }

    public override void SetInlineImageProperties(IReadOnlyDictionary<NameToken, IToken> properties) =>
        _inlineImageIsMask =
            properties.ContainsKey(NameToken.Create("IM")) || properties.ContainsKey(NameToken.ImageMask);

    public override void EndInlineImage(Memory<byte> bytes)
    {
        if (!_inlineImageIsMask)
        {
            AddUnitSquare(isSeeThrough: false);
        }
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        var box = new Box(rectangle.Left, rectangle.Bottom, rectangle.Right, rectangle.Top);
        Clip(Transform(CurrentTransformationMatrix, box));
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        var image = xObjectContentRecord.Stream.StreamDictionary;
        var isStencil = image.Find<BooleanToken>("ImageMask", PdfScanner)?.Data ?? false;
        AddUnitSquare(isStencil || image.Has("SMask") || image.Has("Mask"));
    }

    protected override void RenderInlineImage(InlineImage inlineImage) => AddUnitSquare(isSeeThrough: false);

    private bool _inlineImageIsMask;

    private static Point OnCurve(Point a, Point b, Point c, Point d, double t)
    {
        var u = 1 - t;
        var (wa, wb, wc, wd) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
        return new Point(
            (wa * a.X) + (wb * b.X) + (wc * c.X) + (wd * d.X),
            (wa * a.Y) + (wb * b.Y) + (wc * c.Y) + (wd * d.Y)
        );
    }

    private static Point[] Corners(Box box) =>
        [new(box.Left, box.Bottom), new(box.Right, box.Bottom), new(box.Right, box.Top), new(box.Left, box.Top)];

    private void Clip(Box box)
    {
        var clip = _clips.Pop().Intersect(box);
        _clips.Push(clip);
    }

    private void AddPoint(double x, double y) => AddPagePoint(At(CurrentTransformationMatrix, x, y));

    private void AddPagePoint(Point point)
    {
        CurrentPosition = new PdfPoint(point.X, point.Y);
        if (_path.Count == 0)
        {
            _path.Add([]);
        }

        if (++_pathPoints <= MostPathPoints)
        {
            _path[^1].Add(point);
        }
    }

    private void AddFilledPath()
    {
        var outlines = _path.Where(subpath => subpath.Count > 2).Select(subpath => subpath.ToArray()).ToArray();
        AddArea(outlines, InkOf(GetCurrentState().CurrentNonStrokingColor), isImage: false);
    }

    /// <summary>A thick stroke along one straight line is how some programs paint bars behind headings.</summary>
    private void AddThickLines()
    {
        var state = GetCurrentState();
        var scale = Math.Sqrt(
            Math.Abs(
                (CurrentTransformationMatrix.A * CurrentTransformationMatrix.D)
                    - (CurrentTransformationMatrix.B * CurrentTransformationMatrix.C)
            )
        );
        var half = state.LineWidth * scale / 2;
        if (half * 2 < LeastAreaSide)
        {
            return;
        }

        foreach (var line in _path.Where(subpath => subpath.Count == 2))
        {
            var (dx, dy) = (line[1].X - line[0].X, line[1].Y - line[0].Y);
            var length = Math.Max(1e-6, Math.Sqrt((dx * dx) + (dy * dy)));
            var (nx, ny) = (-dy / length * half, dx / length * half);
            Point[] bar =
            [
                new(line[0].X + nx, line[0].Y + ny),
                new(line[1].X + nx, line[1].Y + ny),
                new(line[1].X - nx, line[1].Y - ny),
                new(line[0].X - nx, line[0].Y - ny),
            ];
            AddArea([bar], InkOf(state.CurrentStrokingColor), isImage: false);
        }
    }

    private void AddUnitSquare(bool isSeeThrough)
    {
        var matrix = CurrentTransformationMatrix;
        Point[] square = [At(matrix, 0, 0), At(matrix, 1, 0), At(matrix, 1, 1), At(matrix, 0, 1)];
        AddArea([square], ink: null, isImage: true, isSeeThrough);
    }

    private void AddArea(Point[][] outlines, Ink? ink, bool isImage, bool isSeeThrough = false)
    {
        if (outlines.Length == 0 || _hiddenLayers > 0)
        {
            return;
        }

        var state = GetCurrentState();
        var isPlain = state.SoftMask is null && state.BlendMode == BlendMode.Normal && !isSeeThrough;
        var area = new PaintedArea(outlines, _clips.Peek().Intersect(_bounds))
        {
            Order = _order++,
            Ink = isPlain ? ink : null,
            Opacity = isPlain ? state.AlphaConstantNonStroking * _groupOpacity : 0.5,
            IsImage = isImage,
        };
        if (area.Box.Width >= LeastAreaSide && area.Box.Height >= LeastAreaSide)
        {
            _areas.Add(area);
        }
    }
}
