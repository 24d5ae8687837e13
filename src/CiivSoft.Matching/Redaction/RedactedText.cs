namespace CiivSoft.Matching.Redaction;

/// <summary>A text without what must not be scored.</summary>
/// <param name="Text">
/// As long as the original, in UTF-16 units: redacted characters are spaces and line breaks stay, so an offset means
/// the same in both texts.
/// </param>
/// <param name="Spans">What was removed, in the order of the text, not overlapping.</param>
public sealed record RedactedText(string Text, IReadOnlyList<RedactedSpan> Spans)
{
    /// <summary>True when any character from <paramref name="start"/> on, <paramref name="length"/> long, was removed.</summary>
    public bool Touches(int start, int length)
    {
        var (low, high) = (0, Spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Spans[middle].End <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < Spans.Count && Spans[low].Start < start + length;
    }
}
