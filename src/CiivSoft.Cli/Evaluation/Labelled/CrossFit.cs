using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Scoring.Fitting;

namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>Scores every job with weights that were fitted without it.</summary>
internal static class CrossFit
{
    /// <summary>The penalty that the shipped weights were fitted with.</summary>
    public const double Penalty = 20;

    public static double[][] Scores(LabelledSet set, LabelledFeatures features, int[] folds)
    {
        var scores = set.Jobs.Select(_ => new double[set.Resumes.Count]).ToArray();
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var policy = Fit(Examples(set, features, job => folds[job] != fold));
            for (var job = 0; job < set.Jobs.Count; job++)
            {
                for (var resume = 0; folds[job] == fold && resume < set.Resumes.Count; resume++)
                {
                    scores[job][resume] = policy.Calibrate(features.Features(job, resume));
                }
            }
        }

        return scores;
    }

    public static IReadOnlyList<FitExample> Examples(
        LabelledSet set,
        LabelledFeatures features,
        Func<int, bool> keep
    ) =>
        [
            .. set
                .Pairs.Where(pair => keep(pair.Job))
                .Select(pair => new FitExample(features.Features(pair.Job, pair.Resume), pair.IsFit)),
        ];

    private static MatchPolicy Fit(IReadOnlyList<FitExample> examples)
    {
        var (weights, bias) = LogisticFit.Of(examples, Penalty);
        return new MatchPolicy
        {
            Version = "cross-fitted",
            Weights = weights,
            Bias = bias,
            ArkiiveCut = 0.5,
            FiilterCut = 0.5,
            RefiineRise = 0,
        };
    }
}
