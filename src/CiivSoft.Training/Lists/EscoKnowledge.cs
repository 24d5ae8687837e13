namespace CiivSoft.Training.Lists;

/// <summary>Chooses among the labels of ESCO's knowledge concepts those that name a skill in a posting.</summary>
/// <param name="rules">What to leave out.</param>
/// <param name="taken">Keys of the names that other skills have; those of this one are added.</param>
internal sealed class EscoKnowledge(SkillRules rules, HashSet<string> taken)
{
    private const int MostNames = 5;
    private const int MostWords = 4;
    private const int LeastLength = 3;

    // A shorter word in lower case stands for too much else.
    private const int LeastPlainWord = 6;

    /// <summary>The labels of each released concept, the preferred one first.</summary>
    public static IEnumerable<IEnumerable<string>> Read(string taxonomies) =>
        GzipTable
            .ReadCommas(Path.Combine(taxonomies, "esco", "v1.1.1", "skills_en.csv.gz"), "conceptType")
            .Where(row => row["skillType"] is "knowledge" && row["status"] is "released")
            .Select(row => row.Lines("altLabels").Prepend(row["preferredLabel"]));

    /// <summary>The entries of one concept; empty when none of its labels will do.</summary>
    public IReadOnlyList<string> Entries(IEnumerable<string> labels)
    {
        var names = labels.Select(label => new SkillName(Brackets.Remove(label))).Where(Take).ToArray();
        return [.. names.Where(name => IsClear(name, names[0])).Select(Entry).Take(MostNames)];
    }

    private bool Take(SkillName name) =>
        name.Words.Count <= MostWords
        && name.Key.Length >= LeastLength
        && (name.Key.Length > LeastLength || name.IsUpperCase)
        && !rules.IsTooWide(name)
        && taken.Add(name.Key);

    // One word alone must be the concept's own name: among the others are wider ones.
    private bool IsClear(SkillName name, SkillName first) =>
        !rules.IsProtected(name)
        && (
            !IsAlone(name)
            || (name.Text == first.Text && !rules.IsEveryday(name) && !(name.IsLowerCase && IsShort(name)))
        );

    private static string Entry(SkillName name) => IsAlone(name) && !name.IsLowerCase ? name.Exact : name.Text;

    private static bool IsAlone(SkillName name) => !name.Text.Contains(' ', StringComparison.Ordinal);

    private static bool IsShort(SkillName name) => name.Text.Length < LeastPlainWord;
}
