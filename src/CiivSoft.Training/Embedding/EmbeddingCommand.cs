using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Embedding;

/// <summary>Trains the domain embedding from the taxonomies and writes its file.</summary>
internal static class EmbeddingCommand
{
    public const string Usage = "embedding --taxonomies DIR --out FILE [--seed 1] [--steps 2000] [--dimensions 128]";

    public static int Run(CommandOptions options)
    {
        var output = options.Required("out");
        var dice = new Dice((ulong)options.Number("seed", 1));
        var taxonomies = new TaxonomyReader(options.Required("taxonomies")).Read();
        Concept[] concepts = [.. taxonomies.OnetOccupations, .. taxonomies.EscoOccupations, .. taxonomies.EscoSkills];
        var vocabulary = Vocabulary.Of(concepts);
        Console.Error.WriteLine($"{concepts.Length} concepts, {vocabulary.Words.Count} words");

        var encoded = EncodedConcept.Encode(concepts, vocabulary);
        var sampler = new PairSampler(
            [.. taxonomies.OnetOccupations.Select(concept => encoded[concept])],
            [.. taxonomies.EscoOccupations.Select(concept => encoded[concept])],
            [.. taxonomies.EscoSkills.Select(concept => encoded[concept])],
            dice
        );
        var weights = vocabulary.InverseDocumentFrequencies(concepts);
        var words = new WordVectors(weights, options.Number("dimensions", 128), dice);
        new EmbeddingTrainer(sampler, words, Console.Error).Train(options.Number("steps", 2000));

        var bytes = DomainEmbeddingBuilder.Build(vocabulary, words, sampler).ToBytes();
        File.WriteAllBytes(output, bytes);
        var (_, hash) = DomainEmbeddingFile.Read(bytes, output);
        Console.Error.WriteLine($"{output}: {bytes.Length} bytes, domain-{hash[..12]}");
        return 0;
    }
}
