namespace CiivSoft.Cli.Evaluation;

/// <summary>Pairs in ten bins of equal mass by score: what was said against what was.</summary>
internal static class CalibrationTable
{
    private const int Bins = 10;

    /// <param name="pairs">Best score first.</param>
    /// <param name="weights">How often each job counts.</param>
    public static IReadOnlyList<CalibrationBin> Of((double Score, bool IsFit, int Job)[] pairs, int[] weights)
    {
        var total = pairs.Sum(pair => (double)weights[pair.Job]);
        var bins = new List<CalibrationBin>();
        var (pairsIn, scores, fits, low, done) = (0.0, 0.0, 0.0, 1.0, 0.0);
        foreach (var (score, isFit, job) in pairs)
        {
            pairsIn += weights[job];
            scores += weights[job] * score;
            fits += isFit ? weights[job] : 0;
            low = score;
            done += weights[job];
            if (pairsIn > 0 && done >= total * (bins.Count + 1) / Bins)
            {
                bins.Add(new CalibrationBin(low, pairsIn, scores, fits));
                (pairsIn, scores, fits) = (0, 0, 0);
            }
        }

        return bins;
    }
}

/// <summary>One bin.</summary>
/// <param name="Lowest">The lowest score in it.</param>
/// <param name="Pairs">How many pairs.</param>
/// <param name="Scores">The sum of their scores: so many should fit.</param>
/// <param name="Fits">So many do.</param>
internal sealed record CalibrationBin(double Lowest, double Pairs, double Scores, double Fits);
