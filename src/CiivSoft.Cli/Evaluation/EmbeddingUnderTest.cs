using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Embeddings;
using CiivSoft.Matching;
using Microsoft.Extensions.AI;

namespace CiivSoft.Cli.Evaluation;

/// <summary>An embedding that a report measures: on its own, as one cosine of the whole texts, and in its place in the score.</summary>
/// <param name="Name">For the tables.</param>
/// <param name="Settings">How it is opened.</param>
/// <param name="IsShipped">Whether it is the one that the score has anyway.</param>
internal sealed record EmbeddingUnderTest(string Name, EmbeddingSettings Settings, bool IsShipped)
{
    private const int TextsAtOnce = 64;

    /// <summary>The one that ships, then the others.</summary>
    public static IReadOnlyList<EmbeddingUnderTest> All(IEnumerable<string> sources) =>
        [
            new("domain embedding", new EmbeddingSettings(), IsShipped: true),
            .. sources.Select(source => new EmbeddingUnderTest(
                NameOf(source),
                EmbeddingOption.Settings(source),
                IsShipped: false
            )),
        ];

    /// <summary>The product's engine with this embedding behind the feature <c>meaning</c>, weights and cuts as they ship.</summary>
    public Task<MatchingEngine> LoadEngineAsync(CancellationToken cancellationToken) =>
        EmbeddingLoader.LoadEngineAsync(Settings, cancellationToken);

    /// <summary>By job and résumé.</summary>
    public async Task<double[][]> CosinesAsync(LabelledSet set, CancellationToken cancellationToken)
    {
        using var generator = EmbeddingLoader.OpenGenerator(Settings);
        var jobs = await VectorsAsync(generator, set.Jobs.Select(job => $"{job.Title}\n{job.Text}"), cancellationToken);
        var resumes = await VectorsAsync(generator, set.Resumes.Select(r => r.Text ?? ""), cancellationToken);
        return [.. jobs.Select(job => resumes.Select(resume => Cosine(job, resume)).ToArray())];
    }

    private static string NameOf(string source) =>
        source.Contains("://", StringComparison.Ordinal)
            ? source
            : Path.GetFileName(Path.TrimEndingDirectorySeparator(source));

    private static async Task<List<float[]>> VectorsAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator,
        IEnumerable<string> texts,
        CancellationToken cancellationToken
    )
    {
        var vectors = new List<float[]>();
        foreach (var chunk in texts.Chunk(TextsAtOnce))
        {
            var embeddings = await generator.GenerateAsync(chunk, cancellationToken: cancellationToken);
            vectors.AddRange(embeddings.Select(embedding => embedding.Vector.ToArray()));
        }

        return vectors;
    }

    private static double Cosine(float[] left, float[] right)
    {
        var (dot, leftSquares, rightSquares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            dot += (double)left[i] * right[i];
            leftSquares += (double)left[i] * left[i];
            rightSquares += (double)right[i] * right[i];
        }

        return dot / Math.Max(1e-12, Math.Sqrt(leftSquares * rightSquares));
    }
}
