namespace CiivSoft.Documents.Pdf.Layout;

/// <summary>Arabic and Hebrew stand on the page as they are seen, left to right; text keeps them as they are spoken.</summary>
internal static class RightToLeft
{
    public static bool Reads(string text) => text.Any(IsRightToLeft);

    public static string ToSpokenOrder(List<string> pieces)
    {
        if (!pieces.Exists(Reads))
        {
            return string.Concat(pieces);
        }

        // Reverse the line, then turn back what reads left to right: Latin words and numbers.
        pieces.Reverse();
        var start = 0;
        while (start < pieces.Count)
        {
            var end = start;
            while (end < pieces.Count && !Reads(pieces[end]) && !(pieces[end] is " " && IsLastLatin(pieces, end)))
            {
                end++;
            }

            if (end > start)
            {
                pieces.Reverse(start, end - start);
            }

            start = Math.Max(end, start + 1);
        }

        return string.Concat(pieces);
    }

    /// <summary>Whether nothing but right-to-left text follows a blank.</summary>
    private static bool IsLastLatin(List<string> pieces, int blank) =>
        blank + 1 >= pieces.Count || Reads(pieces[blank + 1]);

    private static bool IsRightToLeft(char character) =>
        character is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFE';
}
