using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Evidence;

/// <summary>
/// The job of a résumé that is called otherwise than the posting and means much the same: a personal banker for a bank teller. It is
/// what the score's title features saw.
/// </summary>
/// <param name="Asked">The posting's title, as its requirement names it.</param>
/// <param name="Role">The job.</param>
public sealed record RelatedJob(string Asked, Role Role)
{
    // Read off labelled pairs whose titles share too few words: from here on the jobs named were those of people who fit. A little
    // lower, "Senior Manager" stands for an office manager.
    private const double Close = 0.65;

    /// <summary>Null when no job is close enough, or the posting has no title.</summary>
    public static RelatedJob? Of(PostingProfile posting, ResumeProfile resume)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(resume);
        return
            RoleRequirement.Core(posting.Title) is { Length: > 0 } asked
            && MatchFeatures.ClosestRole(posting.Features, resume.Features) is { Likeness: >= Close } closest
            ? new RelatedJob(asked, closest.Role)
            : null;
    }

    /// <summary>Whether a requirement asks for the posting's title; a person may have put another one in its place.</summary>
    internal bool StandsFor(Requirement requirement) => requirement.Terms is [var asked] && asked == Asked;
}
