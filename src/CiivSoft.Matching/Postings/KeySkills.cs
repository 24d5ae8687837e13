using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Postings;

/// <summary>
/// Postings that are only a list of what is asked for, as job boards' key skills are: "Key skills: Logistics, Stock,
/// Logistics Manager". Nothing there tells of the work, and such a list names titles among the skills.
/// </summary>
internal sealed class KeySkills(IReadOnlySet<string> headNouns)
{
    private const int FewestItems = 3;
    private const int MostWordsInItem = 6;
    private const int MostWordsInLabel = 3;

    private static readonly char[] Separators = [',', ';', '|', '•', '\n'];

    private readonly TitleReader _titles = new(headNouns);

    /// <summary>True when the text has three items or more and none as long as a sentence.</summary>
    public static bool IsList(string text)
    {
        var items = ItemsIn(text);
        return items.Count >= FewestItems && items.TrueForAll(item => WordsIn(item) <= MostWordsInItem);
    }

    /// <summary>The items that are job titles; none is no rare case.</summary>
    public IEnumerable<string> TitlesIn(string text) =>
        ItemsIn(text).Where(item => _titles.Read(item, new TextLine(item, 0, item.Length)) is not null);

    /// <summary>What stands between commas, bullets and line ends, without the label before it.</summary>
    public static List<string> ItemsIn(string text)
    {
        var items = new List<string>();
        foreach (var part in text.Split(Separators, StringSplitOptions.TrimEntries))
        {
            var item = part[(LabelLength(part))..].Trim();
            if (item.Length > 0)
            {
                items.Add(item);
            }
        }

        return items;
    }

    // "Key skills:" names the list and is none of its items.
    private static int LabelLength(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && WordsIn(part[..colon]) <= MostWordsInLabel ? colon + 1 : 0;
    }

    private static int WordsIn(string item) => item.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
