using CiivSoft.Documents.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using ParsingOptions = UglyToad.PdfPig.ParsingOptions;

namespace CiivSoft.Documents.Pdf;

/// <summary>Runs a page's operators and notes every character and every shape that could carry or cover one.</summary>
internal sealed partial class GlyphCollector : BaseStreamProcessor<PdfPageContent>
{
    private readonly List<Glyph> _glyphs = [];
    private readonly List<PaintedArea> _areas = [];
    private readonly Stack<Box> _clips = new();
    private readonly Box _bounds;
    private readonly OptionalContent? _layers;
    private int _order;
    private int _unmapped;
    private IColor? _lastColour;
    private Ink? _lastInk;

    public GlyphCollector(
        int pageNumber,
        IResourceStore resourceStore,
        IPdfTokenScanner pdfScanner,
        IPageContentParser pageContentParser,
        ILookupFilterProvider filterProvider,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        ParsingOptions parsingOptions
    )
        : base(
            pageNumber,
            resourceStore,
            pdfScanner,
            pageContentParser,
            filterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            initialMatrix,
            parsingOptions
        )
    {
        var visible = cropBox.GetVisibleBounds(rotation);
        _bounds = new Box(visible.Left, visible.Bottom, visible.Right, visible.Top);
        _clips.Push(Box.Everything);
        _layers = (parsingOptions as PageOptions)?.Layers;
    }

    public void Run(IReadOnlyList<IGraphicsStateOperation> operations) => ProcessOperations(operations);

    public PdfPageContent ToContent(bool hasActiveContent) =>
        new(_bounds, _glyphs, _areas, _unmapped, _failures, hasActiveContent);

    public override PdfPageContent Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        Run(operations);
        return ToContent(hasActiveContent: false);
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        if (_glyphs.Count >= DocumentLimits.MaxGlyphs)
        {
            throw new DocumentLimitException($"more than {DocumentLimits.MaxGlyphs} characters on a page");
        }

        var toPage = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        var start = At(toPage, 0, 0);
        var end = At(toPage, characterBoundingBox.Width, 0);
        var up = At(toPage, 0, 1);
        var size = Distance(start, up);
        var stretch = Distance(start, At(toPage, 1, 0)) / size;
        var box = InkBox(toPage, characterBoundingBox, start, end, up);
        var mode = currentState.FontState.TextRenderingMode;
        var isStroked = mode is TextRenderingMode.Stroke or TextRenderingMode.StrokeClip;
        var isType3 = font is IType3Font;
        var seenSize = isType3 ? Math.Max(size, box.Height) : size;
        var isUnmapped = CodeMapping.IsMissing(font, code, unicode);
        _unmapped += isUnmapped ? 1 : 0;
        _glyphs.Add(
            new Glyph
            {
                Text = isUnmapped ? " " : unicode,
                Start = start,
                End = end,
                Size = seenSize,
                Breadth = seenSize * stretch,
                Box = box,
                Order = _order++,
                Ink = InkOf(isStroked ? currentState.CurrentStrokingColor : currentState.CurrentNonStrokingColor),
                Opacity =
                    _groupOpacity
                    * (isStroked ? currentState.AlphaConstantStroking : currentState.AlphaConstantNonStroking),
                Clip = _clips.Peek(),
                HiddenBy = HiddenBy(mode, isType3),
                IsMasked = currentState.SoftMask is not null,
            }
        );
    }

    public override void PushState()
    {
        if (_clips.Count > DocumentLimits.MaxNesting * 8)
        {
            throw new DocumentLimitException("graphics states nested too deeply");
        }

        base.PushState();
        _clips.Push(_clips.Peek());
    }

    public override void PopState()
    {
        base.PopState();
        if (_clips.Count > 1)
        {
            _clips.Pop();
        }
    }

    /// <summary>Modes 3 and 7 paint nothing (ISO 32000-1, 9.3.6); on Type 3 fonts modes have no effect.</summary>
    private string? HiddenBy(TextRenderingMode mode, bool isType3) =>
        _hiddenLayers > 0 ? Techniques.LayerOff
        : isType3 ? null
        : mode == TextRenderingMode.Neither ? Techniques.RenderMode3
        : mode == TextRenderingMode.NeitherClip ? Techniques.RenderMode7
        : null;

    /// <summary>The ink's extent; a font that lies about it (empty boxes) gets the em's lower three quarters.</summary>
    private static Box InkBox(
        in TransformationMatrix toPage,
        CharacterBoundingBox character,
        Point start,
        Point end,
        Point up
    )
    {
        var bounds = character.GlyphBounds;
        if (bounds.Width > 0 && bounds.Height > 0)
        {
            return Box.Around([
                At(toPage, bounds.Left, bounds.Bottom),
                At(toPage, bounds.Right, bounds.Bottom),
                At(toPage, bounds.Left, bounds.Top),
                At(toPage, bounds.Right, bounds.Top),
            ]);
        }

        var (dx, dy) = ((up.X - start.X) * 0.7, (up.Y - start.Y) * 0.7);
        return Box.Around([start, end, new Point(start.X + dx, start.Y + dy), new Point(end.X + dx, end.Y + dy)]);
    }

    private static Point At(in TransformationMatrix matrix, double x, double y)
    {
        var (pageX, pageY) = matrix.Transform(x, y);
        return new Point(pageX, pageY);
    }

    private static Box Transform(in TransformationMatrix matrix, Box box) =>
        Box.Around([
            At(matrix, box.Left, box.Bottom),
            At(matrix, box.Right, box.Bottom),
            At(matrix, box.Left, box.Top),
            At(matrix, box.Right, box.Top),
        ]);

    private static double Distance(Point a, Point b) => Math.Sqrt(Square(a.X - b.X) + Square(a.Y - b.Y));

    private static double Square(double value) => value * value;

    /// <summary>Null for patterns and for colours that PdfPig cannot compute.</summary>
    private Ink? InkOf(IColor? colour)
    {
        if (colour is null)
        {
            // Nothing set yet: black (ISO 32000-1, 8.6.5.2).
            return Ink.FromRgb(0, 0, 0);
        }

        if (ReferenceEquals(colour, _lastColour))
        {
            return _lastInk;
        }

        _lastColour = colour;
        try
        {
            _lastInk = colour is PatternColor ? null : Rgb(colour);
        }
        catch (Exception exception) when (exception is InvalidOperationException or NotSupportedException)
        {
            _lastInk = null;
        }

        return _lastInk;

        static Ink Rgb(IColor colour)
        {
            var (red, green, blue) = colour.ToRGBValues();
            return new Ink(red, green, blue);
        }
    }
}
