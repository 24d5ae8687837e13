using System.Text.RegularExpressions;

namespace CiivSoft.Training.Lists;

/// <summary>Chooses among the products of O*NET's technology skills those that postings name.</summary>
/// <param name="rules">What to leave out.</param>
/// <param name="taken">Keys of the names that other skills have; those of this one are added.</param>
internal sealed partial class OnetTechnology(SkillRules rules, HashSet<string> taken)
{
    private const int LeastOccupations = 4;
    private const int MostWords = 4;
    private const int LeastLength = 2;
    private const int LeastLengthWithoutMaker = 4;

    /// <summary>The products that several occupations use or that O*NET calls hot, in order.</summary>
    public static IEnumerable<string> Read(string taxonomies) =>
        GzipTable
            .ReadTabs(Path.Combine(taxonomies, "onet", "technology_skills.tsv.gz"))
            .GroupBy(row => row["Example"])
            .Where(rows => rows.Count() >= LeastOccupations || rows.Any(row => row["Hot Technology"] is "Y"))
            .Select(rows => rows.Key)
            .Order(StringComparer.Ordinal);

    /// <summary>The entries of one product, with and without its maker; empty when neither will do.</summary>
    public IReadOnlyList<string> Entries(string product)
    {
        var name = new SkillName(Kind().Replace(product, ""));
        if (name.Text != product && !name.Text.Contains(' ', StringComparison.Ordinal))
        {
            return [];
        }

        var entries = new List<string>();
        if (Take(name, LeastLength))
        {
            entries.Add(Entry(name));
        }

        if (rules.WithoutMaker(name.Text) is { } rest && Take(new SkillName(rest), LeastLengthWithoutMaker))
        {
            entries.Add(Entry(new SkillName(rest)));
        }

        return entries;
    }

    private bool Take(SkillName name, int leastLength) =>
        name.Key.Length >= leastLength
        && name.Words.Count <= MostWords
        && !rules.IsNoProduct(name)
        && taken.Add(name.Key);

    // Products are often named after plain words: Slack, Chef, Unity.
    private static string Entry(SkillName name) => name.IsOneWord ? name.Exact : name.Text;

    [GeneratedRegex(@"\s+(software|systems?|database)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Kind();
}
