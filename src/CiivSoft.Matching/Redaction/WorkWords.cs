using System.Collections.Frozen;

namespace CiivSoft.Matching.Redaction;

/// <summary>Words that speak of work, from O*NET's job titles and tasks: how a headline is told from a name or a town.</summary>
internal static class WorkWords
{
    private static readonly (FrozenSet<string> All, FrozenSet<string> Heads) Words = Load();

    /// <summary>True for a word that job titles or tasks use; folded, as <see cref="Folding"/> makes it.</summary>
    public static bool Contains(string folded) => Words.All.Contains(folded);

    /// <summary>True for the last word of a job title: engineer, nurse, clerk.</summary>
    public static bool IsTitleHead(string folded) =>
        Words.Heads.Contains(folded) || (folded.EndsWith('s') && Words.Heads.Contains(folded[..^1]));

    private static (FrozenSet<string> All, FrozenSet<string> Heads) Load()
    {
        using var stream =
            typeof(WorkWords).Assembly.GetManifestResourceStream("CiivSoft.Matching.Redaction.work-words.txt")
            ?? throw new InvalidOperationException("The list of work words is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var all = new HashSet<string>();
        var heads = new HashSet<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var word = line.TrimEnd('*');
            all.Add(word);
            if (word.Length != line.Length)
            {
                heads.Add(word);
            }
        }

        return (all.ToFrozenSet(), heads.ToFrozenSet());
    }
}
