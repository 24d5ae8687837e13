using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Pdf;

/// <summary>Tells the characters of a page that a reader sees from those that only a program sees.</summary>
internal static class HiddenGlyphs
{
    private const double LeastSizePoints = 2;
    private const int MostAreas = 2_000;

    /// <summary>What lets through more is not seen, whatever it is painted on.</summary>
    private const double LeastOpacity = 0.05;

    /// <summary>Characters over the page's edge with less than this share left are not readable.</summary>
    private const double LeastShareSeen = 0.2;
    private const double LeastShareInSmallClip = 0.8;

    /// <summary>In ems. No letter can be told by a strip that is thinner.</summary>
    private const double LeastClipSide = 0.3;

    /// <summary>The text layer that OCR adds to a scan: nothing else is on the page, and pictures cover this share of it.</summary>
    private const double ScanShare = 0.5;

    public static IReadOnlyList<Glyph> RemoveFrom(PdfPageContent page, Findings findings)
    {
        var areas = Significant(page.Areas);
        var techniques = page.Glyphs.Select(glyph => Technique(glyph, page.Bounds, areas)).ToList();
        if (IsScanWithTextLayer(page, techniques))
        {
            findings.Add(DocumentWarningKind.RecognisedText, "pages with the text layer of a scan");
            return [.. page.Glyphs.Where((_, index) => techniques[index] is null || IsLayer(techniques[index]))];
        }

        var visible = new List<Glyph>(page.Glyphs.Count);
        for (var i = 0; i < techniques.Count; i++)
        {
            if (techniques[i] is { } technique)
            {
                findings.AddHidden(technique, page.Glyphs[i].Text);
            }
            else
            {
                visible.Add(page.Glyphs[i]);
            }
        }

        return visible;
    }

    /// <summary>The share of the page that images cover, at most 1 for each.</summary>
    public static double PictureShare(PdfPageContent page) =>
        page.Areas.Where(area => area.IsImage).Sum(area => area.Box.Intersect(page.Bounds).Area)
        / Math.Max(1, page.Bounds.Area);

    private static PaintedArea[] Significant(IReadOnlyList<PaintedArea> areas) =>
        areas.Count <= MostAreas
            ? [.. areas]
            : [.. areas.OrderByDescending(area => area.Box.Area).Take(MostAreas).OrderBy(area => area.Order)];

    private static bool IsLayer(string? technique) => technique is Techniques.RenderMode3 or Techniques.BehindImage;

    private static bool IsScanWithTextLayer(PdfPageContent page, List<string?> techniques)
    {
        int layer = 0,
            seen = 0;
        for (var i = 0; i < techniques.Count; i++)
        {
            var counts = page.Glyphs[i].IsBlank ? 0 : 1;
            layer += IsLayer(techniques[i]) ? counts : 0;
            seen += techniques[i] is null ? counts : 0;
        }

        return layer >= 20 && seen * 10 < layer && PictureShare(page) >= ScanShare;
    }

    private static string? Technique(Glyph glyph, Box page, PaintedArea[] areas)
    {
        if (glyph.HiddenBy is not null)
        {
            return glyph.HiddenBy;
        }

        if (Math.Min(glyph.Size, glyph.Breadth) < LeastSizePoints && !glyph.IsBlank)
        {
            return Techniques.Tiny;
        }

        if (!page.Contains(glyph.Centre) && glyph.Box.ShareIn(page) < LeastShareSeen)
        {
            return Techniques.OffPage;
        }

        if (IsClipped(glyph))
        {
            return Techniques.Clipped;
        }

        if (glyph.IsBlank || glyph.IsMasked)
        {
            return null;
        }

        return LostOnItsGround(glyph, areas) ?? Covered(glyph, areas);
    }

    // A clip of about a letter's size or a thin one shows that letter or nothing; near others, what is cut in two counts
    // as seen.
    private static bool IsClipped(Glyph glyph) =>
        !glyph.IsBlank && (IsSmall(glyph.Clip, 2 * glyph.Size) || IsThin(glyph.Clip, LeastClipSide * glyph.Size))
            ? glyph.Box.ShareIn(glyph.Clip) < LeastShareInSmallClip
            : glyph.LineBox.Intersect(glyph.Clip).Area <= 0;

    private static bool IsSmall(Box box, double side) => box.Right - box.Left < side && box.Top - box.Bottom < side;

    private static bool IsThin(Box box, double side) => box.Right - box.Left < side || box.Top - box.Bottom < side;

    private static string? LostOnItsGround(Glyph glyph, PaintedArea[] areas)
    {
        if (glyph.Opacity < LeastOpacity)
        {
            return Techniques.ZeroOpacity;
        }

        if (glyph.Ink is not { } ink)
        {
            return null;
        }

        Ink? ground = Ink.White;
        var isOnBox = false;
        foreach (var area in areas)
        {
            if (area.Order >= glyph.Order)
            {
                break;
            }

            if (area.Opacity >= LeastOpacity && area.Contains(glyph.Centre))
            {
                ground = area.Ink is { } colour && ground is { } below ? colour.Over(below, area.Opacity) : null;
                ground = area.Ink is { } opaque && area.IsOpaque ? opaque : ground;
                isOnBox = true;
            }
        }

        if (ground is not { } known || !ink.Over(known, glyph.Opacity).IsLostOn(known))
        {
            return null;
        }

        if (!ink.IsLostOn(known))
        {
            return Techniques.ZeroOpacity;
        }

        return isOnBox && !known.IsLostOn(Ink.White) ? Techniques.SameAsBox : Techniques.WhiteOnWhite;
    }

    private static string? Covered(Glyph glyph, PaintedArea[] areas)
    {
        for (var i = areas.Length - 1; i >= 0 && areas[i].Order > glyph.Order; i--)
        {
            if (areas[i].IsOpaque && areas[i].Covers(glyph.Box))
            {
                return areas[i].IsImage ? Techniques.BehindImage : Techniques.BehindBox;
            }
        }

        return null;
    }
}
