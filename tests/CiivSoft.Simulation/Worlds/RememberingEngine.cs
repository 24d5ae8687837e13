using System.Collections.Concurrent;
using CiivSoft.Matching;
using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
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
    private readonly ConcurrentDictionary<PostingSource, RequirementList> _drafts = new();
    private readonly ConcurrentDictionary<Judging, IReadOnlyList<Finding>> _findings = new();

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

    public RequirementList Draft(PostingSource source) => _drafts.GetOrAdd(source, RequirementDrafter.Draft);

    /// <summary>A list that a person edited is another object in each seed, so only drafts are worth keeping.</summary>
    public IReadOnlyList<Finding> Judge(
        RequirementList requirements,
        ResumeProfile profile,
        string written,
        int? asOfMonth,
        RelatedJob? related
    )
    {
        ArgumentNullException.ThrowIfNull(requirements);
        ArgumentNullException.ThrowIfNull(profile);
        var judging = new Judging(requirements, profile.Text, written, asOfMonth, related);
        return requirements.Version == RequirementDrafter.Version ? _findings.GetOrAdd(judging, Judge) : Judge(judging);
    }

    private static IReadOnlyList<Finding> Judge(Judging judging) =>
        EvidenceFinder.Judge(judging.Requirements, judging.Text, judging.Written, judging.AsOfMonth, judging.Related);

    private sealed record Judging(
        RequirementList Requirements,
        string Text,
        string Written,
        int? AsOfMonth,
        RelatedJob? Related
    );
}
