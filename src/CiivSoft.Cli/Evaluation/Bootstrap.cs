using CiivSoft.Cli.Evaluation.Labelled;

namespace CiivSoft.Cli.Evaluation;

/// <summary>
/// Percentile intervals (95 %) from drawing jobs and résumés again with replacement. The seed is fixed, so two methods on
/// one set get the same draws and their differences are paired.
/// </summary>
internal sealed class Bootstrap
{
    private const int Seed = 7;

    private readonly double?[] _values;
    private readonly double?[][] _drawn;

    private Bootstrap(double?[] values, double?[][] drawn)
    {
        _values = values;
        _drawn = drawn;
    }

    /// <summary>The figures, each with its interval.</summary>
    public IReadOnlyList<MetricEstimate> Figures =>
        [.. _values.Select((value, i) => Estimate(value, _drawn.Select(draw => draw[i])))];

    /// <summary>By how much the figures are higher than those of another method on the same set.</summary>
    public IReadOnlyList<MetricEstimate> Over(Bootstrap other) =>
        [
            .. _values.Select(
                (value, i) =>
                    Estimate(value - other._values[i], _drawn.Zip(other._drawn, (mine, theirs) => mine[i] - theirs[i]))
            ),
        ];

    public static Bootstrap Of(LabelledSet set, MetricsComputation computation, int draws, bool isCalibrated)
    {
        var jobs = Enumerable.Repeat(1, set.Jobs.Count).ToArray();
        var resumes = Enumerable.Repeat(1, set.Resumes.Count).ToArray();
        var values = computation.Compute(jobs, resumes, isCalibrated).All.ToArray();
        var drawn = new double?[draws][];
#pragma warning disable CA5394 // Drawing samples needs repeatable chance, not secrets.
        var random = new Random(Seed);
        for (var draw = 0; draw < draws; draw++)
        {
            var jobWeights = Draw(jobs.Length, random);
            var resumeWeights = Draw(resumes.Length, random);
            drawn[draw] = [.. computation.Compute(jobWeights, resumeWeights, isCalibrated).All];
        }
#pragma warning restore CA5394
        return new Bootstrap(values, drawn);
    }

    private static int[] Draw(int count, Random random)
    {
        var weights = new int[count];
        for (var i = 0; i < count; i++)
        {
#pragma warning disable CA5394 // As above.
            weights[random.Next(count)]++;
#pragma warning restore CA5394
        }

        return weights;
    }

    private static MetricEstimate Estimate(double? value, IEnumerable<double?> drawn)
    {
        var numbers = drawn.OfType<double>().Order().ToArray();
        return value is null || numbers.Length == 0
            ? new MetricEstimate(value, null, null)
            : new MetricEstimate(
                value,
                numbers[(int)(0.025 * numbers.Length)],
                numbers[Math.Min(numbers.Length - 1, (int)(0.975 * numbers.Length))]
            );
    }
}
