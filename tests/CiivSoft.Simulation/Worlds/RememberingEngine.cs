using System.Collections.Concurrent;
using CiivSoft.Matching;
using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Simulation.Worlds;

/// <summary>The real engine, which is pure: the same few texts need to be read only once a process.</summary>
internal sealed class RememberingEngine(IMatchingEngine engine) : IMatchingEngine
{
    private readonly ConcurrentDictionary<PostingSource, PostingProfile> _postings = new();
    private readonly ConcurrentDictionary<string, ResumeProfile> _resumes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(PostingProfile, ResumeProfile), MatchScore> _scores = new();
    private readonly ConcurrentDictionary<(PostingProfile, ResumeProfile, string), MatchScore> _edited = new();

    public string ModelVersion => engine.ModelVersion;

    public string PolicyVersion => engine.PolicyVersion;

    public int VectorDimensions => engine.VectorDimensions;

    public double ArkiiveCut => engine.ArkiiveCut;

    public double FiilterCut => engine.FiilterCut;

    public double RefiineCut(int openPostings) => engine.RefiineCut(openPostings);

    public PostingProfile ReadPosting(PostingSource source) => _postings.GetOrAdd(source, engine.ReadPosting);

    /// <summary>The people of the simulation differ in names that stand in no résumé, so the text alone tells.</summary>
    public ResumeProfile ReadResume(ResumeSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _resumes.GetOrAdd(source.Text, _ => engine.ReadResume(source));
    }

    public MatchScore Score(PostingProfile posting, ResumeProfile profile) =>
        _scores.GetOrAdd((posting, profile), pair => engine.Score(pair.Item1, pair.Item2));

    public MatchScore ScoreEdited(PostingProfile posting, ResumeProfile profile, ResumeEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return _edited.GetOrAdd((posting, profile, edit.Key), _ => engine.ScoreEdited(posting, profile, edit));
    }
}
