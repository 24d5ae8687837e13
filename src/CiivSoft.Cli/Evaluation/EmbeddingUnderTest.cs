using CiivSoft.Cli.Evaluation.Labelled;
using Microsoft.Extensions.AI;

namespace CiivSoft.Cli.Evaluation;

/// <summary>An embedding on its own: one cosine of the whole texts.</summary>
/// <param name="Name">For the tables.</param>
/// <param name="Generator">Makes the vectors.</param>
internal sealed record EmbeddingUnderTest(string Name, IEmbeddingGenerator<string, Embedding<float>> Generator)
{
    private const int TextsAtOnce = 32;

    /// <summary>By job and résumé.</summary>
    public double[][] Cosines(LabelledSet set)
    {
        var jobs = Vectors(set.Jobs.Select(job => $"{job.Title}\n{job.Text}"));
        var resumes = Vectors(set.Resumes.Select(resume => resume.Text ?? ""));
        return [.. jobs.Select(job => Array.ConvertAll(resumes, resume => Cosine(job, resume)))];
    }

    private float[][] Vectors(IEnumerable<string> texts) =>
        [
            .. texts
                .Chunk(TextsAtOnce)
                .SelectMany(chunk => Generator.GenerateAsync(chunk).GetAwaiter().GetResult())
                .Select(embedding => embedding.Vector.ToArray()),
        ];

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
