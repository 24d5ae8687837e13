using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Matching;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Cli.Evaluation;

/// <summary>Finds the pairs on which score and label disagree most, at most one a job, with what speaks for each side.</summary>
internal static class Confusions
{
    private const int Each = 8;
    private const int Reasons = 3;

    public static IEnumerable<Confusion> Of(IMatchingEngine engine, FittedPart part, double[][] scores)
    {
        var pairs = part.Set.Pairs.Select(pair =>
            (pair.Job, pair.Resume, pair.IsFit, Score: scores[pair.Job][pair.Resume])
        );
        var tooHigh = pairs
            .Where(pair => !pair.IsFit)
            .OrderByDescending(pair => pair.Score)
            .DistinctBy(pair => pair.Job);
        var tooLow = pairs.Where(pair => pair.IsFit).OrderBy(pair => pair.Score).DistinctBy(pair => pair.Job);
        return tooHigh
            .Take(Each)
            .Concat(tooLow.Take(Each))
            .Select(pair => Describe(engine, part, pair.Job, pair.Resume, pair.IsFit, pair.Score));
    }

    private static Confusion Describe(
        IMatchingEngine engine,
        FittedPart part,
        int job,
        int resume,
        bool isFit,
        double score
    )
    {
        var row = part.Set.Jobs[job];
        var profile = LabelledFeatures.ReadResume(engine, part.Set.Resumes[resume]);
        var source = new PostingSource(row.Title ?? "", row.Text ?? "");
        var draft = RequirementDrafter.Draft(source);
        var related = RelatedJob.Of(engine.ReadPosting(source), profile);
        var findings = EvidenceFinder.Judge(draft, profile.Text, profile.ScoredText, related: related);
        var reasons = findings
            .Where(finding => finding.Judgement is Judgement.Met or Judgement.Partly)
            .OrderByDescending(finding => finding.Requirement.Weight)
            .Take(Reasons)
            .Select(finding => finding.Requirement.Text);
        var missing = findings
            .Where(finding => finding.Judgement is Judgement.Unknown or Judgement.NotMet)
            .OrderByDescending(finding => finding.Requirement.Weight)
            .Take(Reasons)
            .Select(finding => finding.Requirement.Text);
        var features = part.Features.Features(job, resume);
        return new Confusion(
            row.Title ?? row.JobId,
            profile.Roles is [var latest, ..] ? latest.Title : "no role found",
            isFit,
            score,
            [.. LabelledFeatures.Names.Zip(features, (name, value) => new NamedFigure(name, value))],
            [.. reasons],
            [.. missing]
        );
    }
}

/// <summary>A pair that was scored against its label.</summary>
/// <param name="Posting">The posting's title.</param>
/// <param name="LatestRole">The résumé's, as it was found.</param>
/// <param name="IsFit">What the label says.</param>
/// <param name="Score">What we said, from weights that did not see the job.</param>
/// <param name="Features">What the score was made of.</param>
/// <param name="Shown">Requirements that the résumé shows.</param>
/// <param name="NotShown">Requirements that it does not.</param>
internal sealed record Confusion(
    string Posting,
    string LatestRole,
    bool IsFit,
    double Score,
    IReadOnlyList<NamedFigure> Features,
    IReadOnlyList<string> Shown,
    IReadOnlyList<string> NotShown
);

/// <summary>A figure with its name.</summary>
internal sealed record NamedFigure(string Name, double Value);
