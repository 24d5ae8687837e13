using CiivSoft.Matching.Text;

namespace CiivSoft.Training.Knowledge;

/// <summary>Occupation documents as rows of unit length over stems.</summary>
internal sealed class OccupationMatrix
{
    private static readonly Dictionary<TextKind, double> Shares = new()
    {
        [TextKind.Title] = 4,
        [TextKind.AlternateTitle] = 4,
        [TextKind.ReportedTitle] = 3,
        [TextKind.Description] = 3,
        [TextKind.Task] = 6,
        [TextKind.WorkActivity] = 2,
        [TextKind.Technology] = 2,
        [TextKind.Tool] = 1,
        [TextKind.EscoLabel] = 3,
        [TextKind.EscoDescription] = 3,
        [TextKind.EscoEssentialSkill] = 3,
        [TextKind.EscoOptionalSkill] = 1,
    };

    private readonly SortedDictionary<string, double>[] _rows;

    public OccupationMatrix(IReadOnlyList<OccupationText> occupations)
    {
        _rows = [.. occupations.Select(Mix)];
        foreach (var stem in _rows.SelectMany(row => row.Keys))
        {
            DocumentFrequency[stem] = DocumentFrequency.GetValueOrDefault(stem) + 1;
        }
    }

    public int Count => _rows.Length;

    /// <summary>In how many occupation documents each stem occurs.</summary>
    public Dictionary<string, int> DocumentFrequency { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows after square root, weighting and scaling to unit length.</summary>
    public IReadOnlyList<SortedDictionary<string, double>> Weighted(Func<string, double> weightOf)
    {
        var weighted = new List<SortedDictionary<string, double>>(_rows.Length);
        foreach (var row in _rows)
        {
            var values = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var (stem, share) in row)
            {
                values[stem] = Math.Sqrt(share) * weightOf(stem);
            }

            var norm = Math.Sqrt(values.Values.Sum(x => x * x));
            foreach (var stem in row.Keys)
            {
                values[stem] /= norm;
            }

            weighted.Add(values);
        }

        return weighted;
    }

    private static SortedDictionary<string, double> Mix(OccupationText occupation)
    {
        var mixed = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (kind, texts) in occupation.Texts)
        {
            var counts = texts.SelectMany(Stems).CountBy(stem => stem).ToArray();
            var total = (double)counts.Sum(count => count.Value);
            foreach (var (stem, count) in counts)
            {
                mixed[stem] = mixed.GetValueOrDefault(stem) + (Shares[kind] * count / total);
            }
        }

        return mixed;
    }

    private static List<string> Stems(string text)
    {
        var stems = new List<string>();
        var words = new WordReader(text);
        while (words.MoveNext())
        {
            stems.Add(EnglishStemmer.Stem(words.Current));
        }

        return stems;
    }
}
