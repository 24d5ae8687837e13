using CiivSoft.Matching;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Cli.Audits.Fairness;

/// <summary>All that the product computes of a résumé: its scores on some postings and its vector for the search.</summary>
internal sealed class ScoredText
{
    private readonly double[] _scores;
    private readonly ReadOnlyMemory<float> _vector;

    private ScoredText(double[] scores, ResumeProfile resume)
    {
        _scores = scores;
        _vector = resume.Vector;
        Redacted = resume.ScoredText;
    }

    /// <summary>The text that was scored.</summary>
    public string Redacted { get; }

    public static ScoredText Of(IMatchingEngine engine, IReadOnlyList<PostingProfile> postings, ResumeSource source)
    {
        var resume = engine.ReadResume(source);
        return new ScoredText([.. postings.Select(posting => engine.Score(posting, resume).Value)], resume);
    }

    /// <summary>True when every bit is the same.</summary>
    public bool IsSame(ScoredText other) =>
        _scores.AsSpan().SequenceEqual(other._scores) && _vector.Span.SequenceEqual(other._vector.Span);

    /// <summary>By how much the scores differ at most.</summary>
    public double Distance(ScoredText other) => _scores.Zip(other._scores, (one, two) => Math.Abs(one - two)).Max();

    /// <summary>True when a bar lies between two scores of one posting.</summary>
    public bool IsOtherVerdict(ScoredText other, IReadOnlyList<double> bars) =>
        _scores.Zip(other._scores).Any(pair => bars.Any(bar => (pair.First >= bar) != (pair.Second >= bar)));
}
