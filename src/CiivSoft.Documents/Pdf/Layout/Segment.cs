namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>Characters of one line without a wide gap between them: a line of a column, a cell, a date at the margin.</summary>
internal sealed class Segment
{
    private readonly List<PlacedGlyph> _glyphs;

    public Segment(PlacedGlyph first)
    {
        _glyphs = [first];
        (Left, Right, Baseline, Size) = (first.Left, first.Right, first.Baseline, first.Size);
        FirstOrder = first.Glyph.Order;
    }

    public IReadOnlyList<PlacedGlyph> Glyphs => _glyphs;

    public double Left { get; private set; }

    public double Right { get; private set; }

    /// <summary>The baseline of its largest character, so that raised and lowered ones stay on the line.</summary>
    public double Baseline { get; private set; }

    public double Size { get; private set; }

    public double Width => Right - Left;

    /// <summary>When its first character was painted.</summary>
    public int FirstOrder { get; private set; }

    public bool HasWord => _glyphs.Exists(glyph => glyph.Glyph.Text.Any(char.IsLetterOrDigit));

    public void Add(PlacedGlyph glyph)
    {
        _glyphs.Add(glyph);
        Widen(glyph.Left, glyph.Right, glyph.Baseline, glyph.Size, glyph.Glyph.Order);
    }

    public void Add(Segment other)
    {
        _glyphs.AddRange(other._glyphs);
        Widen(other.Left, other.Right, other.Baseline, other.Size, other.FirstOrder);
    }

    public bool SharesLineWith(double baseline, double size) =>
        Math.Abs(baseline - Baseline) < 0.36 * Math.Max(size, Size);

    private void Widen(double left, double right, double baseline, double size, int order)
    {
        Left = Math.Min(Left, left);
        Right = Math.Max(Right, right);
        FirstOrder = Math.Min(FirstOrder, order);
        if (size > Size * 1.05)
        {
            (Baseline, Size) = (baseline, size);
        }
    }
}
