using System.Collections.Frozen;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Postings;

/// <summary>The words of a posting's title that tell the occupation.</summary>
internal static class PostingTitle
{
    private const int MaxStandInLength = 80;

    // Contract, hours, level and place say nothing of the work.
    private static readonly FrozenSet<string> Noise = (
        "remote hybrid onsite parttime fulltime senior sr jr junior lead staff ii iii iv i shift intern internship night "
        + "nights day days travel temporary temp contract seasonal casual entry level"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The title as given; without one, a short first line of the text; else empty.</summary>
    public static string Choose(string title, IReadOnlyList<TextLine> lines)
    {
        if (!string.IsNullOrWhiteSpace(title))
        {
            return title.Trim();
        }

        return lines.Count > 0 && lines[0].Length < MaxStandInLength ? lines[0].Trimmed : "";
    }

    /// <summary>The title's telling words, joined by spaces.</summary>
    public static string Telling(string title)
    {
        var telling = new List<string>();
        var words = new WordReader(title);
        while (words.MoveNext())
        {
            var isHours = words.Current is "time" && telling.LastOrDefault() is "part" or "full";
            if (isHours)
            {
                telling.RemoveAt(telling.Count - 1);
            }
            else if (!Noise.Contains(words.Current))
            {
                telling.Add(words.Current);
            }
        }

        return string.Join(' ', telling);
    }
}
