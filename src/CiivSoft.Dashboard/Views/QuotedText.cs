namespace CiivSoft.Dashboard.Views;

/// <summary>Marks in a résumé what a decision quotes from it.</summary>
internal static class QuotedText
{
    /// <summary>
    /// The text cut into stretches that together are the text again. A quote is marked where it was found; if the résumé is
    /// another one by now, where the same words stand first; else nowhere.
    /// </summary>
    public static IReadOnlyList<TextStretch> Mark(string text, IEnumerable<EvidenceQuote> quotes)
    {
        var marked = new bool[text.Length];
        foreach (var quote in quotes.Where(q => q.Text.Length > 0))
        {
            var start = StandsAt(text, quote) ? quote.Start : text.IndexOf(quote.Text, StringComparison.Ordinal);
            if (start >= 0)
            {
                marked.AsSpan(start, quote.Text.Length).Fill(true);
            }
        }

        var stretches = new List<TextStretch>();
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && marked[end] == marked[start])
            {
                end++;
            }

            stretches.Add(new TextStretch(text[start..end], marked[start]));
            start = end;
        }

        return stretches;
    }

    /// <summary>Which stretch a quote begins in; null when it stands nowhere in the text.</summary>
    public static int? IndexOf(IReadOnlyList<TextStretch> stretches, EvidenceQuote quote)
    {
        var text = string.Concat(stretches.Select(s => s.Text));
        var start = StandsAt(text, quote) ? quote.Start : text.IndexOf(quote.Text, StringComparison.Ordinal);
        for (var (i, end) = (0, 0); i < stretches.Count && start >= 0; i++)
        {
            end += stretches[i].Text.Length;
            if (start < end)
            {
                return i;
            }
        }

        return null;
    }

    private static bool StandsAt(string text, EvidenceQuote quote) =>
        quote.Start >= 0
        && quote.Start <= text.Length - quote.Text.Length
        && string.CompareOrdinal(text, quote.Start, quote.Text, 0, quote.Text.Length) == 0;
}
