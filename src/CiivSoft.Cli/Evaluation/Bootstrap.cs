using CiivSoft.Cli.Evaluation.Labelled;

namespace CiivSoft.Cli.Evaluation;

/// <summary>Percentile intervals (95 %) from drawing jobs and résumés again with replacement, from a fixed seed.</summary>
internal static class Bootstrap
{
    private const int Seed = 7;

    /// <summary>The figures, each with its interval.</summary>
    public static IReadOnlyList<MetricEstimate> Of(
        LabelledSet set,
        MetricsComputation computation,
        int draws,
        bool isCalibrated
    )
    {
        var jobs = Enumerable.Repeat(1, set.Jobs.Count).ToArray();
        var resumes = Enumerable.Repeat(1, set.Resumes.Count).ToArray();
        var values = computation.Compute(jobs, resumes, isCalibrated).All.ToArray();
        var drawn = values.Select(_ => new List<double>()).ToArray();
#pragma warning disable CA5394 // Drawing samples needs repeatable chance, not secrets.
        var random = new Random(Seed);
        for (var draw = 0; draw < draws; draw++)
        {
            var jobWeights = Draw(jobs.Length, random);
            var resumeWeights = Draw(resumes.Length, random);
            foreach (var (i, value) in computation.Compute(jobWeights, resumeWeights, isCalibrated).All.Index())
            {
                if (value is { } number)
                {
                    drawn[i].Add(number);
                }
            }
        }
#pragma warning restore CA5394
        return [.. values.Select((value, i) => Estimate(value, drawn[i]))];
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

    private static MetricEstimate Estimate(double? value, List<double> drawn)
    {
        if (value is null || drawn.Count == 0)
        {
            return new MetricEstimate(value, null, null);
        }

        drawn.Sort();
        return new MetricEstimate(
            value,
            drawn[(int)(0.025 * drawn.Count)],
            drawn[Math.Min(drawn.Count - 1, (int)(0.975 * drawn.Count))]
        );
    }
}
