namespace CiivSoft.Training.Embedding;

/// <summary>A concept's texts as word ids. Texts without a known word are left out.</summary>
internal sealed class EncodedConcept
{
    public required int[][] Titles { get; init; }

    public required int[][] Descriptions { get; init; }

    public required int[][] Tasks { get; init; }

    public required int[][] Tools { get; init; }

    /// <summary>Itself and what the crosswalk links to it: none of them is ever a negative.</summary>
    public HashSet<EncodedConcept> Same { get; } = [];

    public IReadOnlyList<EncodedConcept> Links { get; private set; } = [];

    public static IReadOnlyDictionary<Concept, EncodedConcept> Encode(
        IEnumerable<Concept> concepts,
        Vocabulary vocabulary
    )
    {
        var encoded = concepts.ToDictionary(concept => concept, concept => Encode(concept, vocabulary));
        foreach (var (concept, codes) in encoded)
        {
            codes.Links = [.. concept.Links.Select(link => encoded[link])];
            codes.Same.Add(codes);
            codes.Same.UnionWith(codes.Links);
        }
        return encoded;
    }

    private static EncodedConcept Encode(Concept concept, Vocabulary vocabulary)
    {
        return new EncodedConcept
        {
            Titles = All(concept.Titles),
            Descriptions = All(concept.Descriptions),
            Tasks = All(concept.Tasks),
            Tools = All(concept.Tools),
        };

        int[][] All(IEnumerable<string> texts) => [.. texts.Select(vocabulary.Encode).Where(codes => codes.Length > 0)];
    }
}
