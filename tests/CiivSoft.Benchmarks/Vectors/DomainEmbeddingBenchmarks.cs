using BenchmarkDotNet.Attributes;
using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Benchmarks.Vectors;

/// <summary>Loading the shipped embedding, and a résumé of 500 words: 1,000 of these a second are 0.5 M words a second.</summary>
[MemoryDiagnoser]
public class DomainEmbeddingBenchmarks
{
    private static readonly string[] Words =
    [
        .. """
            Registered nurse with eight years of experience in intensive care, responsible for medication, assessment of
            patients and the training of new staff. Managed schedules, budgets and inventory; improved discharge times by
            12 %. Skills: electronic health records, wound care, ventilators, Microsoft Excel, communication, teamwork.
            """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    private readonly DomainEmbedding _embedding = DomainEmbedding.Load();
    private readonly string _resume = string.Join(' ', Enumerable.Range(0, 500).Select(i => Words[i % Words.Length]));

    [Benchmark]
    public DomainEmbedding Load() => DomainEmbedding.Load();

    [Benchmark]
    public float[] EmbedResumeOf500Words() => _embedding.Embed(_resume);
}
