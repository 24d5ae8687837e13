namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>Writes a line: blanks where the gaps are, tabs between segments, right-to-left words in spoken order.</summary>
internal static class LineText
{
    /// <summary>The narrowest gap between words, in ems.</summary>
    private const double LeastWordGap = 0.11;

    /// <summary>The same character this close, in ems, was painted twice to look bold or shadowed.</summary>
    private const double DoublePrint = 0.2;

    private const int LongestSpacedHeading = 60;

    public static string Of(List<Segment> row)
    {
        var texts = row.Select(segment => Of(segment)).Where(text => text.Length > 0).ToList();
        if (texts.Any(RightToLeft.Reads))
        {
            texts.Reverse();
        }

        return string.Join('\t', texts);
    }

    private static string Of(Segment segment)
    {
        var glyphs = WithoutDoublePrints([.. segment.Glyphs.OrderBy(glyph => glyph.Left)]);
        var least = LeastGap(glyphs);
        var pieces = new List<string>();
        PlacedGlyph? last = null;
        var hasBlank = false;
        foreach (var glyph in glyphs)
        {
            if (glyph.Glyph.IsBlank)
            {
                hasBlank = true;
                continue;
            }

            if (last is { } before)
            {
                var gap = (glyph.Left - before.Right) / Math.Max(glyph.Size, before.Size);
                if (gap > least || (hasBlank && gap > -0.1))
                {
                    pieces.Add(" ");
                }
            }

            pieces.Add(glyph.Glyph.Text);
            last = glyph;
            hasBlank = false;
        }

        return RightToLeft.ToSpokenOrder(pieces);
    }

    private static List<PlacedGlyph> WithoutDoublePrints(List<PlacedGlyph> sorted)
    {
        var kept = new List<PlacedGlyph>(sorted.Count);
        foreach (var glyph in sorted)
        {
            var isDouble = false;
            for (var i = kept.Count - 1; i >= Math.Max(0, kept.Count - 3) && !glyph.Glyph.IsBlank; i--)
            {
                isDouble |=
                    string.Equals(kept[i].Glyph.Text, glyph.Glyph.Text, StringComparison.Ordinal)
                    && Math.Abs(kept[i].Left - glyph.Left) < Math.Min(DoublePrint * glyph.Size, 0.6 * Width(glyph));
            }

            if (!isDouble)
            {
                kept.Add(glyph);
            }
        }

        return kept;
    }

    private static bool IsCapital(PlacedGlyph glyph) =>
        !glyph.Glyph.IsBlank && !glyph.Glyph.Text.Any(char.IsLower) && !glyph.Glyph.Text.Any(char.IsDigit);

    private static double Width(PlacedGlyph glyph) => glyph.Right - glyph.Left;

    /// <summary>The gap that parts words, in ems: more in headings of letter-spaced capitals.</summary>
    private static double LeastGap(List<PlacedGlyph> glyphs)
    {
        if (glyphs.Count is < 4 or > LongestSpacedHeading || !glyphs.TrueForAll(IsCapital))
        {
            return LeastWordGap;
        }

        var gaps = new List<double>(glyphs.Count);
        for (var i = 1; i < glyphs.Count; i++)
        {
            gaps.Add((glyphs[i].Left - glyphs[i - 1].Right) / Math.Max(glyphs[i].Size, glyphs[i - 1].Size));
        }

        gaps.Sort();
        return gaps[gaps.Count * 3 / 10] > LeastWordGap
            ? Math.Max(LeastWordGap, gaps[gaps.Count / 2] * 1.6)
            : LeastWordGap;
    }
}
