using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Roles;

/// <summary>The words of a title, a posting's or a role's, that tell the occupation.</summary>
internal static class TitleWords
{
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

    // Titles of every field end so: what a director directs tells more than that it is a director.
    private static readonly FrozenSet<string> AnyField = (
        "director manager specialist coordinator associate representative officer head executive supervisor leader chief vice "
        + "president principal assistant administrator consultant analyst technician agent clerk worker"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // In a title never the pronoun, which would be left out.
    private static readonly Regex InformationTechnology = Patterns.Words("it");

    /// <summary>The telling words, joined by spaces.</summary>
    public static string Telling(string title)
    {
        var words = new List<string>();
        var reader = new WordReader(InformationTechnology.Replace(title, "information technology"));
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

    /// <summary>
    /// The telling words for an embedding, which counts a word said n times 1 + ln n: those that tell the field are said twice.
    /// </summary>
    public static string Stressed(string title) =>
        string.Join(' ', Telling(title).Split(' ').Select(word => AnyField.Contains(word) ? word : $"{word} {word}"));

    private static IEnumerable<(string, string)> Pairs(string word, string following) =>
        following.Split(' ').Select(next => (word, next));
}
