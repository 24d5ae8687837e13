namespace CiivSoft.Training.Lists;

/// <summary>The words by which a headline is told from a name or a town: those that O*NET's titles and tasks repeat.</summary>
internal sealed class WorkWordList
{
    private const int LeastUses = 3;
    private const int LeastTitles = 8;
    private const int LeastLength = 3;

    // Five products that share a word weigh as one title or task: they are often named after people and places.
    private const int ProductsPerUse = 5;

    private static readonly string[] Joints = [",", " and ", "/"];

    private readonly Dictionary<string, int> _uses = [];
    private readonly Dictionary<string, int> _heads = [];

    public static WorkWordList Read(string taxonomies)
    {
        var words = new WorkWordList();
        foreach (var row in Onet("occupation_data"))
        {
            words.AddTitle(row["Title"]);
        }

        foreach (var row in Onet("alternate_titles"))
        {
            words.AddTitle(row["Alternate Title"]);
        }

        foreach (var row in Onet("sample_of_reported_titles"))
        {
            words.AddTitle(row["Reported Job Title"]);
        }

        foreach (var row in Onet("task_statements"))
        {
            words.AddTask(row["Task"]);
        }

        foreach (var row in Onet("technology_skills"))
        {
            words.AddProduct(row["Example"]);
        }

        return words;

        IEnumerable<GzipTable.Row> Onet(string name) =>
            GzipTable.ReadTabs(Path.Combine(taxonomies, "onet", $"{name}.tsv.gz"));
    }

    /// <summary>Each use of a word counts; the last word of each part of the title may become a head.</summary>
    public void AddTitle(string title)
    {
        foreach (var part in Brackets.Remove(title).Split(Joints, StringSplitOptions.None))
        {
            var words = AsciiWords.OfLetters(part);
            Count(words, ProductsPerUse);
            if (words.Count > 0)
            {
                _heads[words[^1]] = _heads.GetValueOrDefault(words[^1]) + 1;
            }
        }
    }

    /// <summary>A word counts once a task.</summary>
    public void AddTask(string task) => Count(AsciiWords.OfLetters(task).Distinct(), ProductsPerUse);

    public void AddProduct(string product) => Count(AsciiWords.OfLetters(product), 1);

    /// <summary>The words in order; a star marks those that end titles.</summary>
    public IReadOnlyList<string> Lines()
    {
        var heads = Frequent(_heads, LeastTitles).ToHashSet();
        return
        [
            .. Frequent(_uses, LeastUses * ProductsPerUse)
                .Union(heads)
                .Order(StringComparer.Ordinal)
                .Select(word => heads.Contains(word) ? $"{word}*" : word),
        ];
    }

    private static IEnumerable<string> Frequent(Dictionary<string, int> counts, int least) =>
        counts.Where(count => count.Value >= least && count.Key.Length >= LeastLength).Select(count => count.Key);

    private void Count(IEnumerable<string> words, int weight)
    {
        foreach (var word in words)
        {
            _uses[word] = _uses.GetValueOrDefault(word) + weight;
        }
    }
}
