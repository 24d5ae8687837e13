using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Matching.Scoring.Fitting;

/// <summary>
/// Logistic regression with a quadratic penalty and weights that are not negative: coordinate by coordinate Newton
/// steps, which end because the loss is convex. Its probabilities are calibrated on the examples by construction.
/// </summary>
internal static class LogisticFit
{
    private const int MaxRounds = 500;
    private const double SmallestStep = 1e-7;

    /// <summary>The weights, in the order of the features, and the log odds where every feature has its mean.</summary>
    /// <param name="examples">At least one of each kind.</param>
    /// <param name="penalty">Half of it times the squared weights is added to the loss, which sums over examples.</param>
    public static (IReadOnlyList<FeatureWeight> Weights, double Bias) Of(
        IReadOnlyList<FitExample> examples,
        double penalty
    )
    {
        var columns = MatchFeatures.Names.Select((_, i) => Column.Of(examples, i)).ToArray();
        var labels = examples.Select(example => example.IsFit ? 1.0 : 0.0).ToArray();
        var constant = new Column(Enumerable.Repeat(1.0, examples.Count).ToArray(), 0, 1);
        var odds = new double[examples.Count];
        var weights = new double[columns.Length];
        var bias = 0.0;
        for (var round = 0; round < MaxRounds; round++)
        {
            var step = Step(constant, labels, odds, bias, 0, double.NegativeInfinity);
            bias += step;
            var largest = Math.Abs(step);
            for (var i = 0; i < columns.Length; i++)
            {
                step = Step(columns[i], labels, odds, weights[i], penalty, 0);
                weights[i] += step;
                largest = Math.Max(largest, Math.Abs(step));
            }

            if (largest < SmallestStep)
            {
                break;
            }
        }

        var named = columns.Select(
            (c, i) => new FeatureWeight(MatchFeatures.Names[i], weights[i], c.Mean, c.Deviation)
        );
        return ([.. named], bias);
    }

    private static double Step(
        Column column,
        double[] labels,
        double[] odds,
        double weight,
        double penalty,
        double least
    )
    {
        var (slope, curve) = (-penalty * weight, penalty);
        for (var i = 0; i < labels.Length; i++)
        {
            var p = 1 / (1 + StableMath.Exp(Math.Clamp(-odds[i], -700, 700)));
            slope += (labels[i] - p) * column.Values[i];
            curve += p * (1 - p) * column.Values[i] * column.Values[i];
        }

        var step = Math.Max(least, weight + (slope / Math.Max(curve, 1e-9))) - weight;
        for (var i = 0; i < odds.Length; i++)
        {
            odds[i] += step * column.Values[i];
        }

        return step;
    }

    /// <summary>A feature over all examples, shifted and scaled to mean 0 and deviation 1.</summary>
    private sealed record Column(double[] Values, double Mean, double Deviation)
    {
        public static Column Of(IReadOnlyList<FitExample> examples, int feature)
        {
            var values = examples.Select(example => example.Features[feature]).ToArray();
            var mean = values.Average();
            var variance = values.Average(x => (x - mean) * (x - mean));
            var deviation = variance > 0 ? Math.Sqrt(variance) : 1;
            return new Column([.. values.Select(x => (x - mean) / deviation)], mean, deviation);
        }
    }
}
