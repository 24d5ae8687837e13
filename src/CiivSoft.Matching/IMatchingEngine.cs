using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching;

/// <summary>Reads postings and résumés and scores pairs of them; pure, so that what it once answered may be kept.</summary>
public interface IMatchingEngine
{
    /// <summary>Names the shipped knowledge and vectors; stored vectors of another version are to be rebuilt.</summary>
    string ModelVersion { get; }

    /// <summary>Names the weights, calibration and cuts; decisions of another version are stale.</summary>
    string PolicyVersion { get; }

    /// <summary>The length of every <see cref="ResumeProfile.Vector"/> and <see cref="PostingProfile.Vector"/>.</summary>
    int VectorDimensions { get; }

    /// <summary>ARKiiVE proposes nobody who scores less.</summary>
    double ArkiiveCut { get; }

    /// <summary>FiiLTER advances an application that scores at least this much.</summary>
    double FiilterCut { get; }

    /// <summary>REFiiNE refers only at or above this; it takes the best of many, so it rises with their number.</summary>
    /// <param name="openPostings">How many postings the application is compared with; less than 1 counts as 1.</param>
    double RefiineCut(int openPostings);

    /// <summary>Whether texts must be prepared before they are read: only where the embedding is a service on another machine.</summary>
    bool NeedsPreparation => false;

    /// <summary>Fetches what reading these texts needs of a service on another machine. Does nothing where there is none.</summary>
    /// <exception cref="Embeddings.EmbeddingException">The service failed.</exception>
    ValueTask PrepareAsync(
        IEnumerable<PostingSource> postings,
        IEnumerable<ResumeSource> resumes,
        CancellationToken cancellationToken
    ) => ValueTask.CompletedTask;

    /// <summary>Reads a posting; never throws for what the text holds.</summary>
    PostingProfile ReadPosting(PostingSource source);

    /// <summary>Reads a résumé; never throws for what the text holds.</summary>
    ResumeProfile ReadResume(ResumeSource source);

    /// <summary>
    /// Scores a pair of profiles that this engine read. Stretches of the résumé that repeat the posting word for word or
    /// enumerate its words, and sentences said to a program, do not count.
    /// </summary>
    MatchScore Score(PostingProfile posting, ResumeProfile profile);

    /// <summary>What the posting asks for, read off its text.</summary>
    RequirementList Draft(PostingSource source) => RequirementDrafter.Draft(source);

    /// <summary>One finding for each requirement, in their order: see <see cref="EvidenceFinder"/>.</summary>
    /// <param name="requirements">What the posting asks for.</param>
    /// <param name="profile">The résumé.</param>
    /// <param name="written">Its redacted text without what is not the person's own, of the original's length.</param>
    /// <param name="asOfMonth">12 × year + month - 1 for "present"; null when it is not known.</param>
    /// <param name="related">A job that means much the same as the posting's; null for none.</param>
    IReadOnlyList<Finding> Judge(
        RequirementList requirements,
        ResumeProfile profile,
        string written,
        int? asOfMonth,
        RelatedJob? related
    )
    {
        ArgumentNullException.ThrowIfNull(profile);
        return EvidenceFinder.Judge(requirements, profile.Text, written, asOfMonth, related);
    }

    /// <summary>The score that the pair would have if the résumé said something more or less.</summary>
    MatchScore ScoreEdited(PostingProfile posting, ResumeProfile profile, ResumeEdit edit);
}
