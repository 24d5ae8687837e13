using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching;

/// <summary>
/// Reads postings and résumés and scores pairs of them. Immutable and safe for all threads; load it once a process.
/// The same inputs, model version and policy version give the same bits on every machine.
/// </summary>
public sealed class MatchingEngine
{
    private const int MinResumeWords = 20;

    private readonly MatchPolicy _policy;

    private MatchingEngine(MatchPolicy policy)
    {
        _policy = policy;
        ModelVersion = "lexical-0";
        VectorDimensions = 256;
    }

    /// <summary>Names the shipped knowledge and vectors; stored vectors of another version are to be rebuilt.</summary>
    public string ModelVersion { get; }

    /// <summary>Names the weights, calibration and cuts; decisions of another version are stale.</summary>
    public string PolicyVersion => _policy.Version;

    /// <summary>The length of every <see cref="ResumeProfile.Vector"/> and <see cref="PostingProfile.Vector"/>.</summary>
    public int VectorDimensions { get; }

    /// <summary>ARKiiVE proposes nobody who scores less.</summary>
    public double ArkiiveCut => _policy.ArkiiveCut;

    /// <summary>FiiLTER advances an application that scores at least this much.</summary>
    public double FiilterCut => _policy.FiilterCut;

    /// <summary>The model that ships with the product.</summary>
    /// <exception cref="InvalidDataException">The model's files are damaged.</exception>
    public static MatchingEngine LoadDefault() => new(MatchPolicy.Default);

    /// <summary>REFiiNE refers only at or above this; it takes the best of many, so it rises with their number.</summary>
    /// <param name="openPostings">How many postings the application is compared with; less than 1 counts as 1.</param>
    public double RefiineCut(int openPostings) => _policy.RefiineCut(openPostings);

    /// <summary>Reads a posting; never throws for what the text holds.</summary>
    public PostingProfile ReadPosting(PostingSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counts = new Dictionary<uint, double>();
        TermHash.Count(source.Title, 5, counts);
        TermHash.Count(source.Text, 1, counts);
        var flaw = counts.Count == 0 ? UnjudgeableReason.PostingWithoutText : (UnjudgeableReason?)null;
        return new PostingProfile(source.Title, source.Text, Describe(counts), flaw);
    }

    /// <summary>Reads a résumé; never throws for what the text holds.</summary>
    public ResumeProfile ReadResume(ResumeSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counts = new Dictionary<uint, double>();
        TermHash.Count(source.Text, 1, counts);
        var flaw = counts.Values.Sum() < MinResumeWords ? UnjudgeableReason.ResumeTooShort : (UnjudgeableReason?)null;
        return new ResumeProfile(source.Text, source.Text, [], Describe(counts), flaw);
    }

    /// <summary>Scores a pair of profiles that this engine read.</summary>
    public MatchScore Score(PostingProfile posting, ResumeProfile resume)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(resume);
        if ((posting.Flaw ?? resume.Flaw) is { } flaw)
        {
            return new MatchScore.Unjudgeable(flaw);
        }

        var words = posting.Features.Terms.Cosine(resume.Features.Terms);
        var value = _policy.Calibrate(words);
        return new MatchScore.Judgeable(value, [new MatchFeature("words", words)]);
    }

    private DocumentFeatures Describe(Dictionary<uint, double> counts)
    {
        var terms = new TermVector(counts.ToDictionary(c => c.Key, c => 1 + Math.Log(c.Value)));
        var vector = new float[VectorDimensions];
        for (var i = 0; i < terms.Terms.Length; i++)
        {
            var sign = (terms.Terms[i] & 1) == 0 ? 1 : -1;
            vector[(int)(terms.Terms[i] >> 1) % vector.Length] += (float)(sign * terms.Weights[i]);
        }

        var norm = Math.Sqrt(vector.Sum(x => (double)x * x));
        return new DocumentFeatures(terms, norm > 0 ? [.. vector.Select(x => (float)(x / norm))] : vector);
    }
}
