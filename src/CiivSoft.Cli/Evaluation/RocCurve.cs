namespace CiivSoft.Cli.Evaluation;

/// <summary>The area under the ROC curve and F1 of scored pairs; equal scores move together.</summary>
internal sealed record RocCurve(double Auc, double F1)
{
    /// <param name="pairs">Best score first.</param>
    /// <param name="weights">How often each job counts.</param>
    /// <param name="cut">Where F1 is taken; null for the best.</param>
    /// <returns>Null when all pairs that count fit, or none does.</returns>
    public static RocCurve? Of((double Score, bool IsFit, int Job)[] pairs, int[] weights, double? cut)
    {
        var fits = pairs.Sum(pair => pair.IsFit ? (double)weights[pair.Job] : 0);
        var others = pairs.Sum(pair => pair.IsFit ? 0 : (double)weights[pair.Job]);
        if (fits <= 0 || others <= 0)
        {
            return null;
        }

        var (right, wrong, area, best, atCut) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var start = 0; start < pairs.Length; )
        {
            var (newRight, newWrong, end) = (0.0, 0.0, start);
            for (; end < pairs.Length && pairs[end].Score.Equals(pairs[start].Score); end++)
            {
                newRight += pairs[end].IsFit ? weights[pairs[end].Job] : 0;
                newWrong += pairs[end].IsFit ? 0 : weights[pairs[end].Job];
            }

            area += newWrong * (right + (newRight / 2));
            right += newRight;
            wrong += newWrong;
            var f1 = 2 * right / (right + wrong + fits);
            best = Math.Max(best, f1);
            atCut = pairs[start].Score >= cut ? f1 : atCut;
            start = end;
        }

        return new RocCurve(area / (fits * others), cut is null ? best : atCut);
    }
}
