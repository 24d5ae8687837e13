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
public sealed class MatchingEngine
{
    // Raise it when the way texts are read changes, so that stored vectors and decisions count as stale.
    private const string Reader = "reader-2";

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

    /// <summary>The model that ships with the product. Takes some hundred milliseconds; keep the result.</summary>
    /// <exception cref="InvalidDataException">The model's files are damaged.</exception>
    public static MatchingEngine LoadDefault() =>
        new(
            KnowledgeFile.Read(ModelFiles.Read("knowledge.bin")),
            DomainEmbedding.Load(),
            PolicyFile.Read(ModelFiles.Read("policy.json"))
        );

    /// <summary>REFiiNE refers only at or above this; it takes the best of many, so it rises with their number.</summary>
    /// <param name="openPostings">How many postings the application is compared with; less than 1 counts as 1.</param>
    public double RefiineCut(int openPostings) => _policy.RefiineCut(openPostings);

    /// <summary>Reads a posting; never throws for what the text holds.</summary>
    public PostingProfile ReadPosting(PostingSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _postings.Read(source);
    }

    /// <summary>Reads a résumé; never throws for what the text holds.</summary>
    public ResumeProfile ReadResume(ResumeSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _resumes.Read(source);
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

        var features = MatchFeatures.Of(posting.Features, resume.Features);
        var named = new MatchFeature[features.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = new MatchFeature(MatchFeatures.Names[i], features[i]);
        }

        return new MatchScore.Judgeable(_policy.Calibrate(features), named);
    }
}
