using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Scoring.Fitting;

namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>Fits weights on labelled sets, and scores every job with weights that were fitted without it.</summary>
/// <param name="parts">The calibrated set first.</param>
internal sealed class CrossFit(IReadOnlyList<FittedPart> parts)
{
    /// <summary>The penalty that the shipped weights were fitted with.</summary>
    public const double Penalty = 320;

    /// <summary>What is left of a probability without a required credential; a rule, not fitted.</summary>
    public const double WithoutCredential = 0.25;

    /// <summary>By part, job and résumé.</summary>
    /// <param name="foldsOf">A fold for each job of a part.</param>
    /// <param name="without">A feature to do without; null for none.</param>
    public double[][][] Scores(Func<FittedPart, int[]> foldsOf, int? without = null)
    {
        var folds = parts.Select(foldsOf).ToArray();
        var scores = parts
            .Select(part => part.Set.Jobs.Select(_ => new double[part.Set.Resumes.Count]).ToArray())
            .ToArray();
        Parallel.For(
            0,
            Folds.Count,
            fold =>
            {
                var policy = Fit((part, job) => folds[part][job] != fold, without);
                for (var part = 0; part < parts.Count; part++)
                {
                    for (var job = 0; job < folds[part].Length; job++)
                    {
                        if (folds[part][job] == fold)
                        {
                            scores[part][job] = ScoresOf(policy, part, job, without);
                        }
                    }
                }
            }
        );
        return scores;
    }

    /// <summary>Weights and biases, calibrated on the first part; the cuts are left open.</summary>
    public MatchPolicy Fit(Func<int, int, bool> keep, int? without = null) =>
        new()
        {
            Version = "cross-fitted",
            Told = Fit(keep, shares => shares.Told, without),
            Listed = Fit(keep, shares => shares.Listed, without),
            WithoutCredential = WithoutCredential,
            ArkiiveCut = 0.5,
            FiilterCut = 0.5,
            RefiineRise = 0,
        };

    private LinearModel Fit(Func<int, int, bool> keep, Func<PartShares, double> shareOf, int? without)
    {
        var examples = Examples(keep, shareOf, without);
        var (weights, bias) = LogisticFit.Of(examples, MatchFeatures.Names, Penalty);
        return Calibrated(new LinearModel(weights, bias), [.. examples.Where(example => example.Group == 0)]);
    }

    private double[] ScoresOf(MatchPolicy policy, int part, int job, int? without)
    {
        var features = parts[part].Features;
        return
        [
            .. Enumerable
                .Range(0, parts[part].Set.Resumes.Count)
                .Select(resume =>
                    policy.Score(
                        Without(features.Features(job, resume), without),
                        features.IsSkillList(job),
                        features.LacksCredential(job, resume)
                    )
                ),
        ];
    }

    private List<FitExample> Examples(Func<int, int, bool> keep, Func<PartShares, double> shareOf, int? without)
    {
        var examples = new List<FitExample>();
        for (var part = 0; part < parts.Count; part++)
        {
            var (set, features, shares) = parts[part];
            var weight = shareOf(shares) * parts[0].Set.Pairs.Count / set.Pairs.Count;
            examples.AddRange(
                set.Pairs.Where(pair => keep(part, pair.Job) && !features.LacksCredential(pair.Job, pair.Resume))
                    .Select(pair => new FitExample(
                        Without(features.Features(pair.Job, pair.Resume), without),
                        pair.IsFit,
                        part,
                        weight
                    ))
            );
        }

        return examples;
    }

    private static double[] Without(double[] features, int? feature) =>
        feature is { } left ? [.. features.Select((value, i) => i == left ? 0 : value)] : features;

    // The other parts pull at the weights; a slope and a bias on the first bring its probabilities back in line.
    private static LinearModel Calibrated(LinearModel draft, IReadOnlyList<FitExample> examples)
    {
        var odds = examples.Select(example => example with { Features = [draft.LogOdds(example.Features)] }).ToArray();
        var (slopes, bias) = LogisticFit.Of(odds, ["log odds"], 0);
        var slope = slopes[0].Weight / slopes[0].Deviation;
        return new LinearModel(
            [.. draft.Weights.Select(weight => weight with { Weight = weight.Weight * slope })],
            bias + (slope * (draft.Bias - slopes[0].Mean))
        );
    }
}
