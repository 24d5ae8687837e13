using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Knowledge;

/// <summary>
/// The weight of a stem: its inverse document frequency over occupation documents, but never more than its rarity in
/// English at large. Without the second, words such as "veteran" or "benefit", which taxonomies lack and postings
/// love, would weigh most.
/// </summary>
internal sealed class StemWeighting(
    IReadOnlyDictionary<string, int> documentFrequency,
    int documents,
    IReadOnlyDictionary<string, int> ranks
)
{
    private const double Greatest = 8;

    // The length of the whole GloVe vocabulary: what is not in our cut of it is rarer than all that is.
    private const int VocabularySize = 400_000;

    public double Of(string stem)
    {
        var inDocuments = documentFrequency.GetValueOrDefault(stem);
        var inverse = StableMath.Log((documents + 1.0) / (inDocuments + 1)) + 1;
        return Math.Min(inverse, Rarity(ranks.GetValueOrDefault(stem, VocabularySize)));
    }

    private static double Rarity(int rank) =>
        Greatest * (StableMath.Log((rank + 50) / 50.0) + 0.3) / (StableMath.Log((VocabularySize + 50) / 50.0) + 0.3);
}
