using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Integrity;
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
    private const string Reader = "reader-8";

    private const int NumbersToFindBy = 128;

    private readonly ITextMeaning _meaning;
    private readonly MatchPolicy _policy;
    private readonly RetrievalVector _retrieval;
    private readonly PostingReader _postings;
    private readonly ResumeReader _resumes;

    // Titles always go through the embedding that ships: their weights were fitted for it.
    private MatchingEngine(ITextMeaning meaning, DomainEmbedding titles, byte[] policy)
    {
        var knowledge = KnowledgeFile.Read(ModelFiles.Read("knowledge.bin"));
        _meaning = meaning;
        _retrieval = new RetrievalVector(knowledge.Occupations, DimensionsToFindBy(meaning));
        _policy = PolicyFile.Read(policy);
        _postings = new PostingReader(knowledge, meaning, titles, _retrieval);
        _resumes = new ResumeReader(knowledge, meaning, titles, _retrieval);
        var embeddings = new[] { meaning.Version, titles.Version }.Distinct(StringComparer.Ordinal);
        ModelVersion = string.Join('+', [Reader, knowledge.Version, .. embeddings]);
        VectorDimensions = _retrieval.Dimensions;
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
    public static MatchingEngine LoadDefault()
    {
        var embedding = DomainEmbedding.Load();
        return new MatchingEngine(embedding, embedding, ModelFiles.Read("policy.json"));
    }

    /// <summary>The model that ships, with another embedding behind the feature <c>meaning</c>.</summary>
    /// <param name="meaning">The embedding.</param>
    /// <param name="policy">Weights and cuts fitted for it, as a file; null for those that ship.</param>
    /// <exception cref="InvalidDataException">The policy is damaged or made for other features.</exception>
    public static MatchingEngine Load(ITextMeaning meaning, byte[]? policy = null)
    {
        ArgumentNullException.ThrowIfNull(meaning);
        return new MatchingEngine(meaning, DomainEmbedding.Load(), policy ?? ModelFiles.Read("policy.json"));
    }

    /// <inheritdoc/>
    public bool NeedsPreparation => _meaning.NeedsPreparation;

    /// <inheritdoc/>
    public ValueTask PrepareAsync(
        IEnumerable<PostingSource> postings,
        IEnumerable<ResumeSource> resumes,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentNullException.ThrowIfNull(resumes);
        return _meaning.NeedsPreparation
            ? _meaning.PrepareAsync(TextsOf(postings, resumes), cancellationToken)
            : ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public double RefiineCut(int openPostings) => _policy.RefiineCut(openPostings);

    // The first of the shipped embedding's models; the others say the same a little more exactly, which finding does not need.
    // Of other embeddings all, so that a vector of a service is stored and not asked for again.
    private static int DimensionsToFindBy(ITextMeaning meaning) =>
        meaning is DomainEmbedding ? Math.Min(meaning.Dimensions, NumbersToFindBy) : meaning.Dimensions;

    // What a stored vector still tells is remembered instead of asked for.
    private List<string> TextsOf(IEnumerable<PostingSource> postings, IEnumerable<ResumeSource> resumes)
    {
        var texts = postings.Select(_postings.MeaningText).ToList();
        foreach (var resume in resumes)
        {
            var text = ResumeReader.MeaningText(resume);
            if (resume.Vector.Length == VectorDimensions)
            {
                _meaning.Recall(text, _retrieval.MeaningOf(resume.Vector.Span));
            }
            else
            {
                texts.Add(text);
            }
        }

        return texts;
    }

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
        return ScoreWritten(posting, WithoutBorrowed(posting, profile));
    }

    /// <inheritdoc/>
    public MatchScore ScoreEdited(PostingProfile posting, ResumeProfile profile, ResumeEdit edit)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(edit);
        return Score(posting, _resumes.Reread(profile, edit.Apply(profile)));
    }

    // What is the posting's own, or said to a program, tells nothing of the person and wins nothing. A pasted posting goes before
    // the rest is redacted: above a résumé's head it would hide where that is.
    private ResumeProfile WithoutBorrowed(PostingProfile posting, ResumeProfile profile)
    {
        var pasted = PastedPosting.Find(profile.Words, posting.Shingles);
        var own =
            pasted.Count == 0
                ? profile
                : _resumes.Reread(profile, IntegrityCheck.WithoutBorrowed(profile.Text, pasted));
        IReadOnlyList<IntegrityFlag> flags = [.. KeywordStuffing.Rows(own.Rows, posting.Stems), .. own.Injected];
        return flags.Count == 0 ? own : _resumes.Read(own, IntegrityCheck.WithoutBorrowed(own.ScoredText, flags));
    }

    private MatchScore ScoreWritten(PostingProfile posting, ResumeProfile profile)
    {
        if ((posting.Flaw ?? profile.Flaw) is { } flaw)
        {
            return new MatchScore.Unjudgeable(flaw);
        }

        var features = MatchFeatures.Of(posting.Features, profile.Features);
        features[MatchFeatures.Meaning] = _meaning.Scale(features[MatchFeatures.Meaning]);
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
