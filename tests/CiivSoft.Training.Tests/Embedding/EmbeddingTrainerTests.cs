using CiivSoft.Training.Embedding;

namespace CiivSoft.Training.Tests.Embedding;

public sealed class EmbeddingTrainerTests(SmallTaxonomies small) : IClassFixture<SmallTaxonomies>
{
    [Fact]
    public void Texts_of_one_occupation_come_near_each_other_and_part_from_others()
    {
        var taxonomies = new TaxonomyReader(small.Folder).Read();
        Concept[] concepts = [.. taxonomies.OnetOccupations, .. taxonomies.EscoOccupations, .. taxonomies.EscoSkills];
        var vocabulary = Vocabulary.Of(concepts);
        var encoded = EncodedConcept.Encode(concepts, vocabulary);
        var dice = new Dice(1);
        var sampler = new PairSampler(
            [.. taxonomies.OnetOccupations.Select(concept => encoded[concept])],
            [.. taxonomies.EscoOccupations.Select(concept => encoded[concept])],
            [.. taxonomies.EscoSkills.Select(concept => encoded[concept])],
            dice
        );
        var words = new WordVectors(vocabulary.InverseDocumentFrequencies(concepts), 16, dice);

        new EmbeddingTrainer(sampler, words, TextWriter.Null).Train(60);

        Cosine("care for patients", "ward nurse")
            .ShouldBeGreaterThan(Cosine("care for patients", "metal welder") + 0.3f);

        float Cosine(string left, string right) => Kernels.Dot(Unit(left), Unit(right));

        float[] Unit(string text) => new PooledBag(Bag.Of(encoded[concepts[0]], [vocabulary.Encode(text)]), words).Unit;
    }
}
