using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Matching.Scoring.Fitting;

/// <summary>
/// Logistic regression with a quadratic penalty and weights that are not negative: coordinate by coordinate Newton
/// steps, which end because the loss is convex. Its probabilities are calibrated on the examples by construction.
/// </summary>
internal sealed class LogisticFit
{
    private const int MaxRounds = 500;
    private const double SmallestStep = 1e-6;

    private readonly IReadOnlyList<FitExample> _examples;
    private readonly double _penalty;
    private readonly Column[] _columns;
    private readonly double[] _odds;
    private readonly double[] _weights;
    private readonly double[] _biases;

    private LogisticFit(IReadOnlyList<FitExample> examples, double penalty)
    {
        _examples = examples;
        _penalty = penalty;
        _columns = [.. Enumerable.Range(0, examples[0].Features.Length).Select(i => Column.Of(examples, i))];
        _odds = new double[examples.Count];
        _weights = new double[_columns.Length];
        _biases = new double[examples.Max(example => example.Group) + 1];
    }

    /// <summary>The weights, in the order of the features, and the log odds in group 0 where every feature has its mean.</summary>
    /// <param name="examples">At least one of each kind in each group.</param>
    /// <param name="names">Of the features.</param>
    /// <param name="penalty">Half of it times the squared weights is added to the loss, which sums over examples.</param>
    public static (IReadOnlyList<FeatureWeight> Weights, double Bias) Of(
        IReadOnlyList<FitExample> examples,
        IReadOnlyList<string> names,
        double penalty
    )
    {
        var fit = new LogisticFit(examples, penalty);
        for (var round = 0; round < MaxRounds && fit.Improve() > SmallestStep; round++) { }

        var named = fit._columns.Select(
            (column, i) => new FeatureWeight(names[i], fit._weights[i], column.Mean, column.Deviation)
        );
        return ([.. named], fit._biases[0]);
    }

    /// <summary>One step for each number; the largest of them.</summary>
    private double Improve()
    {
        var largest = 0.0;
        for (var group = 0; group < _biases.Length; group++)
        {
            var at = group;
            var step = Step(i => _examples[i].Group == at ? 1 : 0, _biases[group], 0, double.NegativeInfinity);
            _biases[group] += step;
            largest = Math.Max(largest, Math.Abs(step));
        }

        for (var feature = 0; feature < _columns.Length; feature++)
        {
            var values = _columns[feature].Values;
            var step = Step(i => values[i], _weights[feature], _penalty, 0);
            _weights[feature] += step;
            largest = Math.Max(largest, Math.Abs(step));
        }

        return largest;
    }

    private double Step(Func<int, double> valueOf, double weight, double penalty, double least)
    {
        var (slope, curve) = (-penalty * weight, penalty);
        for (var i = 0; i < _odds.Length; i++)
        {
            var value = valueOf(i);
            var p = 1 / (1 + StableMath.Exp(Math.Clamp(-_odds[i], -700, 700)));
            slope += _examples[i].Weight * ((_examples[i].IsFit ? 1 : 0) - p) * value;
            curve += _examples[i].Weight * p * (1 - p) * value * value;
        }

        var step = Math.Max(least, weight + (slope / Math.Max(curve, 1e-9))) - weight;
        for (var i = 0; i < _odds.Length; i++)
        {
            _odds[i] += step * valueOf(i);
        }

        return step;
    }

    /// <summary>A feature over all examples, shifted and scaled to mean 0 and deviation 1 in group 0.</summary>
    private sealed record Column(double[] Values, double Mean, double Deviation)
    {
        public static Column Of(IReadOnlyList<FitExample> examples, int feature)
        {
            var values = examples.Select(example => example.Features[feature]).ToArray();
            var main = values.Where((_, i) => examples[i].Group == 0).ToArray();
            var mean = main.Average();
            var variance = main.Average(x => (x - mean) * (x - mean));
            var deviation = variance > 0 ? Math.Sqrt(variance) : 1;
            return new Column([.. values.Select(x => (x - mean) / deviation)], mean, deviation);
        }
    }
}
