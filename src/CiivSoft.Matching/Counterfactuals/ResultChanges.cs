using System.Globalization;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Counterfactuals;

/// <summary>
/// Says what would have changed a result. Each statement was tried: the résumé was changed so, read and scored again,
/// at most six times a pair, mostly once.
/// </summary>
public sealed class ResultChanges
{
    private const int MaxTried = 4;
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

    private List<ResultChange> WhatWasLacking()
    {
        var lacking = _findings.Where(IsLacking).OrderByDescending(finding => finding.Requirement.Weight).ToList();
        var role = lacking.Find(finding => finding.Requirement.Kind == RequirementKind.Role);
        var others = lacking.Where(finding => finding != role).ToList();
        var all = others.Count == 0 ? 0 : Score(others);
        if (others.Count > 0 && all >= _bar)
        {
            return WhatWasEnough(others, all);
        }

        // The kind of work is told last: with another history almost anybody would have passed.
        if (role is not null && Score([role]) is var score && score >= _bar)
        {
            return [OnlyWork(role, others, score)];
        }

        return others.Count == 0 ? [] : [NotEnough(others, all)];
    }

    private List<ResultChange> WhatWasEnough(List<Finding> lacking, double all)
    {
        var told = new List<ResultChange>();
        foreach (var finding in lacking.Take(MaxTried))
        {
            if (told.Count < MaxTold && Score([finding]) is var score && score >= _bar)
            {
                told.Add(Enough([finding], score));
            }
        }

        return told.Count > 0 ? told : [Enough(lacking, all)];
    }

    private List<ResultChange> WhatDecided()
    {
        var reasons = _findings
            .Where(finding => finding is { Judgement: Judgement.Met or Judgement.Partly, Quote: not null })
            .OrderByDescending(finding => finding.Requirement.Weight)
            .DistinctBy(finding => finding.Quote?.Start)
            .Take(MaxReasons)
            .ToList();
        if (reasons.Count == 0)
        {
            return [];
        }

        var without = ScoreWithout(reasons);
        if (without >= _bar)
        {
            return [NothingDecided(reasons, without)];
        }

        var told = reasons
            .Select(finding => (finding, score: ScoreWithout([finding])))
            .Where(tried => tried.score < _bar)
            .Select(tried => Decided([tried.finding], tried.score))
            .ToList();
        return told.Count > 0 ? told : [Decided(reasons, without)];
    }

    private double ScoreWithout(List<Finding> reasons) =>
        _engine
            .ScoreEdited(
                _posting,
                _resume,
                new ResumeEdit { Removed = [.. reasons.Select(finding => finding.Quote).OfType<Quote>()] }
            )
            .Value;

    // Between function words, as in prose: bare names one below the other would count as stuffing.
    private double Score(IReadOnlyList<Finding> shown) =>
        _engine
            .ScoreEdited(
                _posting,
                _resume,
                new ResumeEdit
                {
                    LatestTitle = shown
                        .Where(finding => finding.Requirement.Kind == RequirementKind.Role)
                        .SelectMany(finding => finding.Requirement.Terms)
                        .FirstOrDefault(),
                    Added =
                    [
                        .. shown
                            .Where(finding => finding.Requirement.Kind != RequirementKind.Role)
                            .Select(finding => $"and {finding.Requirement.Text} and"),
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

    private ResultChange OnlyWork(Finding role, List<Finding> others, double score)
    {
        var title = role.Requirement.Terms is [var term, ..] ? term : role.Requirement.Text;
        return Change(
            ResultChangeKind.WouldPass,
            [role],
            null,
            score,
            others.Count == 0
                ? $"With work as {title} as the latest job it would have passed"
                : $"{Names(others)} would not have been enough; with work as {title} as the latest job it would have passed"
        );
    }

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

    private ResultChange Decided(List<Finding> reasons, double score) =>
        Change(
            ResultChangeKind.Decisive,
            reasons,
            reasons.Count == 1 ? reasons[0].Quote?.Text : null,
            score,
            reasons.Count == 1
                ? $"Without “{reasons[0].Quote?.Text}” ({reasons[0].Requirement.Text}) it would not have passed"
                : $"Without the words quoted for {Names(reasons)} together it would not have passed"
        );

    private ResultChange NothingDecided(List<Finding> reasons, double score) =>
        Change(
            ResultChangeKind.NotDecisive,
            reasons,
            null,
            score,
            reasons.Count == 1
                ? $"It would have passed without the words quoted for {Names(reasons)} too"
                : $"It would have passed without all the words quoted for {Names(reasons)} too: the history as a whole decided"
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
        var names = findings.Take(MaxTold).Select(finding => finding.Requirement.Text).ToList();
        return findings.Count > MaxTold
                ? $"{string.Join(", ", names)} and {(findings.Count - MaxTold).ToString(CultureInfo.InvariantCulture)} more"
            : names.Count == 1 ? names[0]
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
