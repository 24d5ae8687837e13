using System.Collections.Frozen;

namespace CiivSoft.Matching.Requirements;

/// <summary>Skills by all their names; finds the longest names in a text.</summary>
internal static class SkillLexicon
{
    private static readonly (FrozenDictionary<string, Name[]> ByFirstStem, string[][] Skills) Data = Load();

    // Where two skills have the same usual name, the first.
    private static readonly FrozenDictionary<string, string[]> ByUsualName = Data
        .Skills.DistinctBy(names => names[0], StringComparer.Ordinal)
        .ToFrozenDictionary(names => names[0], StringComparer.Ordinal);

    /// <summary>The skills named in a stretch of terms, longest names first at each place.</summary>
    public static IEnumerable<SkillMention> Find(string text, IReadOnlyList<Term> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (!Data.ByFirstStem.TryGetValue(terms[i].Stem, out var names))
            {
                continue;
            }

            foreach (var name in names)
            {
                if (IsAt(name, text, terms, i))
                {
                    yield return new SkillMention(Data.Skills[name.Skill][0], i, name.Stems.Length);
                    i += name.Stems.Length - 1;
                    break;
                }
            }
        }
    }

    /// <summary>All names of a skill, its usual one first; null when it is not known.</summary>
    public static IReadOnlyList<string>? NamesOf(string skill)
    {
        var terms = Term.Of(skill);
        var mention = Find(skill, terms).FirstOrDefault(found => found.Count == terms.Count);
        return mention.Skill is null ? null : ByUsualName[mention.Skill];
    }

    private static bool IsAt(Name name, string text, IReadOnlyList<Term> terms, int first)
    {
        if (name.Stems.Length == 1)
        {
            return name.Exact is null
                ? IsSameWord(terms[first].Lower, name.Lower)
                : IsExact(name.Exact, text, terms[first]);
        }

        if (first + name.Stems.Length > terms.Count)
        {
            return false;
        }

        for (var i = 1; i < name.Stems.Length; i++)
        {
            if (
                !terms[first + i].Stem.Equals(name.Stems[i], StringComparison.Ordinal)
                || !IsNear(text, terms[first + i - 1].End, terms[first + i].Start)
            )
            {
                return false;
            }
        }

        return name.Exact is null || IsExact(name.Exact, text, terms[first]);
    }

    // One word alone is told from its relatives by more than the stem: filing is a skill, a file is none.
    private static bool IsSameWord(string word, string name) =>
        word.Equals(name, StringComparison.Ordinal)
        || (word.Length == name.Length + 1 && word[^1] == 's' && word.StartsWith(name, StringComparison.Ordinal));

    private static bool IsExact(string exact, string text, Term term)
    {
        if (!text.AsSpan(term.Start, term.Length).Equals(exact, StringComparison.Ordinal))
        {
            return false;
        }

        // Go and R begin sentences and stand in R&D; as skills they stand in lists.
        return exact.Length > 2 || (IsListEdge(text, term.Start - 1, -1) && IsListEdge(text, term.End, 1));
    }

    private static bool IsListEdge(string text, int i, int step)
    {
        while (i >= 0 && i < text.Length && text[i] == ' ')
        {
            i += step;
        }

        return i < 0 || i >= text.Length || ",;/()|•:\n\r".Contains(text[i], StringComparison.Ordinal);
    }

    private static bool IsNear(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is ',' or ';' or '|' or '•' or '\n' or ':')
            {
                return false;
            }
        }

        return end - start <= 3;
    }

    private static (FrozenDictionary<string, Name[]> ByFirstStem, string[][] Skills) Load()
    {
        using var stream =
            typeof(SkillLexicon).Assembly.GetManifestResourceStream("CiivSoft.Matching.Requirements.skills.txt")
            ?? throw new InvalidOperationException("The list of skills is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var skills = new List<string[]>();
        var names = new Dictionary<string, List<Name>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                continue;
            }

            foreach (var spelling in line.Split('|'))
            {
                var plain = spelling.TrimStart('!');
                var stems = Term.Of(plain).Select(term => term.Stem).ToArray();
                var exact = plain.Length < spelling.Length ? plain : null;
                (names.TryGetValue(stems[0], out var list) ? list : names[stems[0]] = []).Add(
                    new Name(stems, Redaction.Folding.Fold(plain), skills.Count, exact)
                );
            }

            skills.Add([.. line.Split('|').Select(spelling => spelling.TrimStart('!'))]);
        }

        return (
            names.ToFrozenDictionary(
                pair => pair.Key,
                pair => pair.Value.OrderByDescending(name => name.Stems.Length).ToArray()
            ),
            [.. skills]
        );
    }

    private sealed record Name(string[] Stems, string Lower, int Skill, string? Exact);
}

/// <summary>A skill's name in a text: which skill, from which term on, how many terms.</summary>
internal readonly record struct SkillMention(string Skill, int First, int Count);
