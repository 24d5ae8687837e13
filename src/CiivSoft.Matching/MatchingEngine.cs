using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Knowledge;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching;

/// <summary>
/// Reads postings and résumés and scores pairs of them. Immutable and safe for all threads; load it once a process.
/// The same inputs, model version and policy version give the same bits on every machine.
/// </summary>
public sealed class MatchingEngine : IMatchingEngine
{
    // Raise it when the way texts are read changes, so that stored vectors and decisions count as stale.
    private const string Reader = "reader-4";

    private readonly MatchPolicy _policy;
    private readonly PostingReader _postings;
    private readonly ResumeReader _resumes;

    private MatchingEngine(KnowledgeBase knowledge, DomainEmbedding embedding, MatchPolicy policy)
    {
        var retrieval = new RetrievalVector(knowledge.Occupations, embedding.Dimensions);
        _policy = policy;
        _postings = new PostingReader(knowledge, embedding, retrieval);
        _resumes = new ResumeReader(knowledge, embedding, retrieval);
        ModelVersion = $"{Reader}+{knowledge.Version}+{embedding.Version}";
        VectorDimensions = retrieval.Dimensions;
    }

    /// <inheritdoc/>
    public string ModelVersion { get; }

    /// <inheritdoc/>
    public string PolicyVersion => _policy.Version;

    /// <inheritdoc/>
    public int VectorDimensions { get; }

    /// <inheritdoc/>
    public double ArkiiveCut => _policy.ArkiiveCut;

    /// <inheritdoc/>
    public double FiilterCut => _policy.FiilterCut;

    /// <summary>The model that ships with the product. Takes some hundred milliseconds; keep the result.</summary>
    /// <exception cref="InvalidDataException">The model's files are damaged.</exception>
    public static MatchingEngine LoadDefault() =>
        new(
            KnowledgeFile.Read(ModelFiles.Read("knowledge.bin")),
            DomainEmbedding.Load(),
            PolicyFile.Read(ModelFiles.Read("policy.json"))
        );

    /// <summary>The shipped knowledge without a fitted policy, for fitting one: its features hold, its scores mean nothing.</summary>
    internal static MatchingEngine LoadUnfitted() =>
        new(KnowledgeFile.Read(ModelFiles.Read("knowledge.bin")), DomainEmbedding.Load(), MatchPolicy.Unfitted);

    /// <inheritdoc/>
    public double RefiineCut(int openPostings) => _policy.RefiineCut(openPostings);

    /// <inheritdoc/>
    public PostingProfile ReadPosting(PostingSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _postings.Read(source);
    }

    /// <inheritdoc/>
    public ResumeProfile ReadResume(ResumeSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _resumes.Read(source);
    }

    /// <inheritdoc/>
    public MatchScore Score(PostingProfile posting, ResumeProfile profile)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(profile);
        if ((posting.Flaw ?? profile.Flaw) is { } flaw)
        {
            return new MatchScore.Unjudgeable(flaw);
        }

        var features = MatchFeatures.Of(posting.Features, profile.Features);
        var named = new MatchFeature[features.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = new MatchFeature(MatchFeatures.Names[i], features[i]);
        }

        var missing = posting.Required.Where(credential => !profile.Shows(credential)).Select(c => c.Name).ToArray();
        var value = _policy.Score(features, posting.IsSkillList, missing.Length > 0);
        return new MatchScore.Judgeable(value, named) { MissingCredentials = missing };
    }
}
