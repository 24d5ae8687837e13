using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Embedding;

/// <summary>Trains the domain embedding from the taxonomies and writes its file.</summary>
internal static class EmbeddingCommand
{
    public const string Usage =
        "embedding --taxonomies DIR --out FILE [--seed 1] [--models 3] [--steps 2000] [--dimensions 128]";

    public static int Run(CommandOptions options)
    {
        var output = options.Required("out");
        var seed = (ulong)options.Number("seed", 1);
        var taxonomies = new TaxonomyReader(options.Required("taxonomies")).Read();
        Concept[] concepts = [.. taxonomies.OnetOccupations, .. taxonomies.EscoOccupations, .. taxonomies.EscoSkills];
        var vocabulary = Vocabulary.Of(concepts);
        Console.Error.WriteLine($"{concepts.Length} concepts, {vocabulary.Words.Count} words");

        var encoded = EncodedConcept.Encode(concepts, vocabulary);
        PairSampler Sampler(Dice dice) =>
            new(
                [.. taxonomies.OnetOccupations.Select(concept => encoded[concept])],
                [.. taxonomies.EscoOccupations.Select(concept => encoded[concept])],
                [.. taxonomies.EscoSkills.Select(concept => encoded[concept])],
                dice
            );

        // What one seed says by chance the others do not repeat, so their vectors stand one after the other in one row.
        var weights = vocabulary.InverseDocumentFrequencies(concepts);
        var models = new WordVectors[options.Number("models", 3)];
        Parallel.For(
            0,
            models.Length,
            i =>
            {
                var dice = new Dice(seed + (ulong)i);
                models[i] = new WordVectors(weights, options.Number("dimensions", 128), dice);
                new EmbeddingTrainer(Sampler(dice), models[i], Console.Error).Train(options.Number("steps", 2000));
            }
        );

        var bytes = DomainEmbeddingBuilder.Build(vocabulary, models, Sampler(new Dice(seed))).ToBytes();
        File.WriteAllBytes(output, bytes);
        var (_, hash) = DomainEmbeddingFile.Read(bytes, output);
        Console.Error.WriteLine($"{output}: {bytes.Length} bytes, domain-{hash[..12]}");
        return 0;
    }
}
