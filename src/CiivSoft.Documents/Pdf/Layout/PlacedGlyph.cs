using System.Runtime.InteropServices;

namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>A glyph turned so that its line runs from left to right.</summary>
/// <param name="Glyph">What was painted.</param>
/// <param name="Left">Where it starts along its line.</param>
/// <param name="Right">Where it ends along its line; never left of its start.</param>
/// <param name="Baseline">The height of its line, upwards.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlacedGlyph(Glyph Glyph, double Left, double Right, double Baseline)
{
    public double Size => Glyph.Size;

    public static PlacedGlyph Turn(Glyph glyph, double degrees)
    {
        var (sin, cos) = Math.SinCos(-degrees * Math.PI / 180);
        var start = (glyph.Start.X * cos) - (glyph.Start.Y * sin);
        var end = (glyph.End.X * cos) - (glyph.End.Y * sin);
        var baseline = (glyph.Start.X * sin) + (glyph.Start.Y * cos);
        return new PlacedGlyph(glyph, Math.Min(start, end), Math.Max(start, end), baseline);
    }
}
