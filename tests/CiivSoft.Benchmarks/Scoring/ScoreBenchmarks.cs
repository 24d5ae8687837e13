using BenchmarkDotNet.Attributes;
using CiivSoft.Matching;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Vectors;

namespace CiivSoft.Benchmarks.Scoring;

/// <summary>
/// What a pair costs: reading each text once, the score itself, and REFiiNE's choice among 5,000 postings by their vectors.
/// </summary>
[MemoryDiagnoser]
public class ScoreBenchmarks
{
    private const int Postings = 5_000;
    private const int Chosen = 100;

    private readonly MatchingEngine _engine = MatchingEngine.LoadDefault();
    private readonly PostingSource _postingText = new("Registered Nurse, Medical Ward", SampleTexts.Posting);
    private readonly ResumeSource _resumeText = new(
        SampleTexts.Resume,
        new PersonDetails { Names = ["Nina Example"], Emails = ["nina@example.com"] }
    );

    private readonly PostingProfile _posting;
    private readonly ResumeProfile _resume;
    private readonly ReadOnlyMemory<float>[] _vectors;

    public ScoreBenchmarks()
    {
        _posting = _engine.ReadPosting(_postingText);
        _resume = _engine.ReadResume(_resumeText);
        var random = new Random(1);
        _vectors =
        [
            .. Enumerable
                .Range(0, Postings)
                .Select(_ =>
                    (ReadOnlyMemory<float>)
                        UnitVector.Of([
                            .. Enumerable.Range(0, _engine.VectorDimensions).Select(_ => random.NextSingle() - 0.4f),
                        ])
                ),
        ];
    }

    [Benchmark]
    public PostingProfile ReadPosting() => _engine.ReadPosting(_postingText);

    [Benchmark]
    public ResumeProfile ReadResume() => _engine.ReadResume(_resumeText);

    [Benchmark]
    public MatchScore Score() => _engine.Score(_posting, _resume);

    [Benchmark]
    public IReadOnlyList<int> ChooseAmong5000Postings() => NearestVectors.Find(_vectors, _resume.Vector.Span, Chosen);
}
