using CiivSoft.Cli.Evaluation.Labelled;
using Microsoft.Extensions.AI;

namespace CiivSoft.Cli.Evaluation;

/// <summary>An embedding on its own: one cosine of the whole texts.</summary>
/// <param name="Name">For the tables.</param>
/// <param name="Open">Opens the generator of the vectors.</param>
internal sealed record EmbeddingUnderTest(string Name, Func<IEmbeddingGenerator<string, Embedding<float>>> Open)
{
    private const int TextsAtOnce = 32;

    /// <summary>By job and résumé.</summary>
    public async Task<double[][]> CosinesAsync(LabelledSet set, CancellationToken cancellationToken)
    {
        using var generator = Open();
        var jobs = await VectorsAsync(generator, set.Jobs.Select(job => $"{job.Title}\n{job.Text}"), cancellationToken);
        var resumes = await VectorsAsync(generator, set.Resumes.Select(r => r.Text ?? ""), cancellationToken);
        return [.. jobs.Select(job => resumes.Select(resume => Cosine(job, resume)).ToArray())];
    }

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
