using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Matching.Scoring.Fitting;

namespace CiivSoft.Cli.Evaluation;

/// <summary>
/// What simple scores give together: a logistic regression on nine of them and their z-scores within a job, five-fold by
/// job. It is a yardstick only: a score that depends on who else is in the pool may not be shipped.
/// </summary>
internal sealed class NineScores
{
    private const double Penalty = 1;

    private readonly LabelledSet _set;
    private readonly double[][][] _features;

    public NineScores(LabelledSet set, LexicalBaselines lexical, LabelledFeatures features)
    {
        _set = set;
        _features = new double[set.Jobs.Count][][];
        Parallel.For(
            0,
            set.Jobs.Count,
            job =>
                _features[job] = WithinJob([
                    .. Enumerable
                        .Range(0, set.Resumes.Count)
                        .Select(resume =>
                            lexical.SimpleScores(job, resume).Append(features.Meaning(job, resume)).ToArray()
                        ),
                ])
        );
    }

    /// <summary>By job and résumé; null when the set has too few judgements to fit on.</summary>
    public double[][]? Scores()
    {
        var folds = Folds.ByJob(_set);
        var scores = new double[_set.Jobs.Count][];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var at = fold;
            var examples = _set
                .Pairs.Where(pair => folds[pair.Job] != at)
                .Select(pair => new FitExample(_features[pair.Job][pair.Resume], pair.IsFit))
                .ToArray();
            if (!examples.Any(example => example.IsFit) || examples.All(example => example.IsFit))
            {
                return null;
            }

            var names = Enumerable.Range(0, examples[0].Features.Length).Select(i => $"score {i}").ToArray();
            var (weights, bias) = LogisticFit.Of(examples, names, Penalty);
            for (var job = 0; job < scores.Length; job++)
            {
                if (folds[job] == fold)
                {
                    scores[job] =
                    [
                        .. _features[job]
                            .Select(x =>
                                bias + weights.Select((w, i) => w.Weight * (x[i] - w.Mean) / w.Deviation).Sum()
                            ),
                    ];
                }
            }
        }

        return scores;
    }

    private static double[][] WithinJob(double[][] scores)
    {
        var count = scores[0].Length;
        var means = Enumerable.Range(0, count).Select(i => scores.Average(x => x[i])).ToArray();
        var deviations = Enumerable
            .Range(0, count)
            .Select(i => Math.Max(1e-9, Math.Sqrt(scores.Average(x => Math.Pow(x[i] - means[i], 2)))))
            .ToArray();
        return [.. scores.Select(x => x.Concat(x.Select((value, i) => (value - means[i]) / deviations[i])).ToArray())];
    }
}
