using System.Globalization;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Counterfactuals;

/// <summary>
/// Says what would have changed a result. Each statement was tried: the résumé was changed so, read and scored again,
/// at most nine times a pair.
/// </summary>
public sealed class ResultChanges
{
    private const int MaxTried = 6;
    private const int MaxTold = 3;
    private const int MaxReasons = 3;

    private readonly IMatchingEngine _engine;
    private readonly PostingProfile _posting;
    private readonly ResumeProfile _resume;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly double _bar;

    private ResultChanges(
        IMatchingEngine engine,
        PostingProfile posting,
        ResumeProfile resume,
        IReadOnlyList<Finding> findings,
        double bar
    )
    {
        _engine = engine;
        _posting = posting;
        _resume = resume;
        _findings = findings;
        _bar = bar;
    }

    /// <summary>The statements, the most telling first; none for a pair that cannot be judged.</summary>
    /// <param name="engine">Read both profiles.</param>
    /// <param name="posting">The posting.</param>
    /// <param name="resume">The résumé.</param>
    /// <param name="findings">What the résumé shows of the posting's requirements.</param>
    /// <param name="bar">What a score must reach.</param>
    public static IReadOnlyList<ResultChange> Find(
        IMatchingEngine engine,
        PostingProfile posting,
        ResumeProfile resume,
        IReadOnlyList<Finding> findings,
        double bar
    )
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(resume);
        ArgumentNullException.ThrowIfNull(findings);
        var changes = new ResultChanges(engine, posting, resume, findings, bar);
        return engine.Score(posting, resume) switch
        {
            MatchScore.Judgeable score when score.Value >= bar => changes.WhatDecided(),
            MatchScore.Judgeable => changes.WhatWasLacking(),
            _ => [],
        };
    }

    private IReadOnlyList<ResultChange> WhatWasLacking()
    {
        var lacking = _findings.Where(IsLacking).OrderByDescending(finding => finding.Requirement.Weight).ToList();
        if (lacking.Count == 0)
        {
            return [];
        }

        var all = Score(lacking);
        if (all < _bar)
        {
            return [NotEnough(lacking, all)];
        }

        var told = new List<ResultChange>();
        foreach (var finding in lacking.Take(MaxTried))
        {
            if (told.Count < MaxTold && Score([finding]) is var score && score >= _bar)
            {
                told.Add(Enough([finding], score));
            }
        }

        return told.Count > 0 ? told : [Fewest(lacking, all)];
    }

    // None alone is enough: the weightiest ones together, as many as it takes.
    private ResultChange Fewest(List<Finding> lacking, double all)
    {
        for (var count = 2; count < Math.Min(lacking.Count, 1 + MaxTold); count++)
        {
            if (Score(lacking[..count]) is var score && score >= _bar)
            {
                return Enough(lacking[..count], score);
            }
        }

        return Enough(lacking, all);
    }

    private IReadOnlyList<ResultChange> WhatDecided()
    {
        var reasons = _findings
            .Where(finding => finding is { Judgement: Judgement.Met or Judgement.Partly, Quote: not null })
            .OrderByDescending(finding => finding.Requirement.Weight)
            .DistinctBy(finding => finding.Quote!.Start) // Quoted ones only, see above.
            .Take(MaxReasons)
            .ToList();
        var told = new List<ResultChange>();
        var least = 1.0;
        foreach (var finding in reasons)
        {
            var score = _engine.ScoreEdited(_posting, _resume, new ResumeEdit { Removed = [finding.Quote!] }).Value; // Quoted.
            least = Math.Min(least, score);
            if (score < _bar)
            {
                told.Add(Decided(finding, score));
            }
        }

        return told.Count > 0 || reasons.Count == 0 ? told : [NothingDecided(reasons, least)];
    }

    private double Score(IReadOnlyList<Finding> shown) =>
        _engine
            .ScoreEdited(
                _posting,
                _resume,
                new ResumeEdit
                {
                    LatestTitle = shown
                        .FirstOrDefault(finding => finding.Requirement.Kind == RequirementKind.Role)
                        ?.Requirement.Terms.FirstOrDefault(),
                    Added =
                    [
                        .. shown
                            .Where(finding => finding.Requirement.Kind != RequirementKind.Role)
                            .Select(finding => finding.Requirement.Text),
                    ],
                }
            )
            .Value;

    // Years are dates, which no added line can stand for, and a duty is a sentence of the posting itself.
    private static bool IsLacking(Finding finding) =>
        finding.Judgement != Judgement.Met
        && finding.Requirement
            is {
                Kind: RequirementKind.Role
                    or RequirementKind.Skill
                    or RequirementKind.Licence
                    or RequirementKind.Education
                    or RequirementKind.Language
            };

    private ResultChange Enough(IReadOnlyList<Finding> shown, double score) =>
        Change(
            ResultChangeKind.WouldPass,
            shown,
            null,
            score,
            $"If the résumé showed {Names(shown)}, it would have passed"
        );

    private ResultChange NotEnough(List<Finding> lacking, double score) =>
        Change(
            ResultChangeKind.WouldNotPass,
            lacking,
            null,
            score,
            lacking.Count == 1
                ? $"Showing {Names(lacking)} would not have been enough"
                : $"Even showing all {lacking.Count.ToString(CultureInfo.InvariantCulture)} things that it lacks ({Names(lacking)}) would not have been enough"
        );

    private ResultChange Decided(Finding finding, double score) =>
        Change(
            ResultChangeKind.Decisive,
            [finding],
            finding.Quote?.Text,
            score,
            $"Without “{finding.Quote?.Text}” ({finding.Requirement.Text}) it would not have passed"
        );

    private ResultChange NothingDecided(List<Finding> reasons, double least) =>
        Change(
            ResultChangeKind.NotDecisive,
            reasons,
            null,
            least,
            reasons.Count == 1
                ? $"It would have passed without the words quoted for {Names(reasons)} too"
                : $"No single reason decided: it would have passed without the words quoted for any one of {Names(reasons)}"
        );

    private ResultChange Change(
        ResultChangeKind kind,
        IReadOnlyList<Finding> about,
        string? quote,
        double score,
        string sentence
    ) =>
        new(
            kind,
            [.. about.Select(finding => finding.Requirement.Text)],
            quote,
            score,
            string.Create(CultureInfo.InvariantCulture, $"{sentence} (score {score:F2}, bar {_bar:F2}).")
        );

    private static string Names(IReadOnlyList<Finding> findings)
    {
        var names = findings.Take(MaxTold).Select(finding => Name(finding.Requirement)).ToList();
        return findings.Count > MaxTold
                ? $"{string.Join(", ", names)} and {(findings.Count - MaxTold).ToString(CultureInfo.InvariantCulture)} more"
            : names.Count == 1 ? names[0]
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Name(Requirement requirement) =>
        requirement is { Kind: RequirementKind.Role, Terms: [var title, ..] } ? $"{title} as the latest job" : requirement.Text;
}
