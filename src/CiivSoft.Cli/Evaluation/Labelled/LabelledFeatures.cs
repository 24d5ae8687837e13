using CiivSoft.Matching;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>The product's score and features for every pair of a labelled set.</summary>
internal sealed class LabelledFeatures
{
    /// <summary>The names of <see cref="Features"/>.</summary>
    public static IReadOnlyList<string> Names => MatchFeatures.Names;

    private const int TextsAtOnce = 512;

    private readonly MatchScore[][] _scores;

    private readonly bool[] _isSkillList;

    private LabelledFeatures(MatchScore[][] scores, bool[] isSkillList)
    {
        _scores = scores;
        _isSkillList = isSkillList;
    }

    public static LabelledFeatures Of(LabelledSet set, IMatchingEngine engine)
    {
        if (engine.NeedsPreparation)
        {
            throw new InvalidOperationException("The embedding answers from another machine: measure it with OfAsync.");
        }

        var postings = Read(set.Jobs, job => ReadPosting(engine, job));
        var resumes = Read(set.Resumes, resume => ReadResume(engine, resume));
        return Of(engine, postings, resumes);
    }

    /// <summary>The same for any embedding, a service on another machine too.</summary>
    public static async Task<LabelledFeatures> OfAsync(
        LabelledSet set,
        IMatchingEngine engine,
        CancellationToken cancellationToken
    )
    {
        var postings = new List<PostingProfile>();
        foreach (var jobs in set.Jobs.Chunk(TextsAtOnce))
        {
            await engine.PrepareAsync(jobs.Select(SourceOf), [], cancellationToken);
            postings.AddRange(Read(jobs, job => ReadPosting(engine, job)));
        }

        var resumes = new List<ResumeProfile>();
        foreach (var rows in set.Resumes.Chunk(TextsAtOnce))
        {
            await engine.PrepareAsync([], rows.Select(SourceOf), cancellationToken);
            resumes.AddRange(Read(rows, resume => ReadResume(engine, resume)));
        }

        return Of(engine, [.. postings], [.. resumes]);
    }

    private static LabelledFeatures Of(IMatchingEngine engine, PostingProfile[] postings, ResumeProfile[] resumes)
    {
        var scores = new MatchScore[postings.Length][];
        Parallel.For(
            0,
            postings.Length,
            job => scores[job] = Array.ConvertAll(resumes, resume => engine.Score(postings[job], resume))
        );
        return new LabelledFeatures(scores, [.. postings.Select(posting => posting.IsSkillList)]);
    }

    public static PostingProfile ReadPosting(IMatchingEngine engine, JobRow job) => engine.ReadPosting(SourceOf(job));

    public static PostingSource SourceOf(JobRow job) => new(job.Title ?? "", job.Text ?? "");

    public static ResumeProfile ReadResume(IMatchingEngine engine, ResumeRow resume) =>
        engine.ReadResume(SourceOf(resume));

    public static ResumeSource SourceOf(ResumeRow resume) =>
        new(
            resume.Text ?? "",
            string.IsNullOrWhiteSpace(resume.Name) ? PersonDetails.None : new PersonDetails { Names = [resume.Name] }
        );

    /// <summary>The calibrated score that ships.</summary>
    public double Score(int job, int resume) => _scores[job][resume].Value;

    /// <summary>The features; all zero for a pair that cannot be judged.</summary>
    public double[] Features(int job, int resume) =>
        _scores[job][resume] is MatchScore.Judgeable judged
            ? [.. judged.Features.Select(feature => feature.Value)]
            : new double[MatchFeatures.Names.Count];

    /// <summary>The cosine of the embeddings alone.</summary>
    public double Meaning(int job, int resume) => Features(job, resume)[MatchFeatures.Meaning];

    /// <summary>True when the posting only lists skills.</summary>
    public bool IsSkillList(int job) => _isSkillList[job];

    /// <summary>True when the posting requires a regulated credential that the résumé does not show.</summary>
    public bool LacksCredential(int job, int resume) =>
        _scores[job][resume] is MatchScore.Judgeable { MissingCredentials.Count: > 0 };

    private static TProfile[] Read<TRow, TProfile>(IReadOnlyList<TRow> rows, Func<TRow, TProfile> read) =>
        [.. rows.AsParallel().AsOrdered().Select(read)];
}
