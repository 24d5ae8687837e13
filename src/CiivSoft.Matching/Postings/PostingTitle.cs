using CiivSoft.Matching.Redaction;

namespace CiivSoft.Matching.Postings;

/// <summary>The title of a posting, which may lack one.</summary>
internal static class PostingTitle
{
    private const int MaxStandInLength = 80;

    /// <summary>The title as given; without one, a short first line of the text; else empty.</summary>
    public static string Choose(string title, IReadOnlyList<TextLine> lines)
    {
        if (!string.IsNullOrWhiteSpace(title))
        {
            return title.Trim();
        }

        return lines.Count > 0 && lines[0].Length < MaxStandInLength ? lines[0].Trimmed : "";
    }
}
