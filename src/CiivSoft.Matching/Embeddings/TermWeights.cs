namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// 1 + ln n for a word that a text holds n times. The logarithms come from additions and divisions alone, which round the
/// same on every processor, where <see cref="Math.Log(double)"/> may not.
/// </summary>
internal static class TermWeights
{
    /// <summary>More occurrences than these count no more.</summary>
    public const int MostCounted = 1024;

    private static readonly double[] Weights = Build();

    public static double Largest => Weights[MostCounted];

    public static double Of(int occurrences) => Weights[Math.Min(occurrences, MostCounted)];

    private static double[] Build()
    {
        var weights = new double[MostCounted + 1];
        weights[1] = 1;
        for (var n = 2; n <= MostCounted; n++)
        {
            weights[n] = weights[n - 1] + LogOfStep(n);
        }
        return weights;
    }

    /// <summary>ln(n / (n − 1)) = 2 artanh(1 / (2n − 1)), by its series.</summary>
    private static double LogOfStep(int n)
    {
        var x = 1.0 / ((2 * n) - 1);
        var power = x;
        var sum = 0.0;
        for (var k = 1; k < 40; k += 2)
        {
            sum += power / k;
            power *= x * x;
        }
        return 2 * sum;
    }
}
