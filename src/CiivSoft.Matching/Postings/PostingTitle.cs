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

    // Words of the above that do tell the work where these follow: a travel agent is no agent who travels.
    private static readonly FrozenSet<(string, string)> TellingPairs = FrozenSet.ToFrozenSet([
        .. Pairs("travel", "agent consultant advisor coordinator manager planner specialist counselor writer"),
        .. Pairs("contract", "manager administrator specialist negotiator analyst officer attorney lawyer management"),
        .. Pairs("night", "auditor porter"),
        .. Pairs("lead", "generation"),
        .. Pairs("shift", "manager supervisor leader"),
        .. Pairs("day", "care trader"),
    ]);

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
        var words = new List<string>();
        var reader = new WordReader(title);
        while (reader.MoveNext())
        {
            words.Add(reader.Current);
        }

        var telling = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (word, next) = (words[i], i + 1 < words.Count ? words[i + 1] : "");
            if (word is "part" or "full" && next is "time")
            {
                i++;
            }
            else if (!Noise.Contains(word) || TellingPairs.Contains((word, next)))
            {
                telling.Add(word);
            }
        }

        return string.Join(' ', telling);
    }

    private static IEnumerable<(string, string)> Pairs(string word, string following) =>
        following.Split(' ').Select(next => (word, next));
}
