using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Embedding;

/// <summary>The words seen at least twice in the taxonomies, in ordinal order, and how rare each is.</summary>
internal sealed class Vocabulary
{
    private const int LeastOccurrences = 2;
    private readonly Dictionary<string, int> _ids;

    private Vocabulary(IReadOnlyList<string> words)
    {
        Words = words;
        _ids = words.Select((word, id) => (word, id)).ToDictionary(pair => pair.word, pair => pair.id);
    }

    public IReadOnlyList<string> Words { get; }

    public static Vocabulary Of(IEnumerable<Concept> concepts)
    {
        var occurrences = new Dictionary<string, int>();
        foreach (var word in concepts.SelectMany(concept => concept.Texts).SelectMany(Split))
        {
            occurrences[word] = occurrences.GetValueOrDefault(word) + 1;
        }
        return new Vocabulary([
            .. occurrences
                .Where(pair => pair.Value >= LeastOccurrences)
                .Select(pair => pair.Key)
                .Order(StringComparer.Ordinal),
        ]);
    }

    /// <summary>The known words of a text, repetitions kept.</summary>
    public int[] Encode(string text) =>
        [.. Split(text).Select(word => _ids.GetValueOrDefault(word, -1)).Where(id => id >= 0)];

    /// <summary>ln(N / df) of each word over N concepts.</summary>
    public double[] InverseDocumentFrequencies(IReadOnlyCollection<Concept> concepts)
    {
        var frequencies = new int[Words.Count];
        foreach (var concept in concepts)
        {
            foreach (var id in concept.Texts.SelectMany(Encode).Distinct())
            {
                frequencies[id]++;
            }
        }
        return Array.ConvertAll(frequencies, df => StableMath.Log((concepts.Count + 1.0) / (df + 0.5)));
    }

    private static List<string> Split(string text)
    {
        var found = new List<string>();
        var words = new WordReader(text, stackalloc char[WordReader.LongestWord]);
        while (words.MoveNext())
        {
            var word = words.Current.ToString();
            if (!StopWords.Contains(word))
            {
                found.Add(word);
            }
        }
        return found;
    }
}
